package io.handlekit.conformance.docs;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.Customers;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.policy.CreateOnce;
import io.handlekit.customers.policy.Reference;
import io.handlekit.customers.tld.TldRequirements;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.OpenproviderConfig;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The Java examples of docs/client.md. */
final class ClientExamples {
    private ClientExamples() {}

    static CustomerHandle start(BaseUrl baseUrl, String username, String password, NewCustomer draft) {
        // tag::start[]
        try (HttpTransport transport = new JdkTransport();
                HttpCustomers port = HttpCustomers.builder(baseUrl)
                        .transport(transport)
                        .credentials(Credentials.login(username, password))
                        .build()) {
            BlockingCustomers customers = new BlockingCustomers(port);
            return customers.create(draft);
        }
        // end::start[]
    }

    static List<HttpTransport> transports(Vertx yourVertx) {
        // spotless:off
        // tag::transports[]
        HttpTransport vertx = new VertxTransport();           // creates a Vert.x, and closes it
        HttpTransport shared = new VertxTransport(yourVertx); // uses your Vert.x, and leaves it open
        HttpTransport jdk = new JdkTransport();               // uses the JDK's HTTP client
        // end::transports[]
        // spotless:on
        return List.of(vertx, shared, jdk);
    }

    static CompletionStage<CustomerPage> chain(Customers port, NewCustomer draft) {
        // tag::chain[]
        CompletionStage<CustomerPage> page = port.create(draft)
                .thenCompose(handle -> port.list(CustomerQuery.all().where(CustomerQuery.Field.EMAIL, draft.email())));
        // end::chain[]
        return page;
    }

    static CompletableFuture<String> form(
            BaseUrl baseUrl, HttpTransport transport, Credentials credentials, Reference reference, NewCustomer draft) {
        // spotless:off
        // tag::form[]
        HttpCustomers port = HttpCustomers.builder(baseUrl)
                .transport(transport)
                .credentials(credentials)
                .deadline(Duration.ofSeconds(10)) // for each call; a person waits
                .build();
        CreateOnce customers = CreateOnce.over(port); // build both once, for the whole application

        CompletableFuture<String> answer = customers.create(reference, draft) // store the reference with the sign-up before
                .thenApply(CustomerHandle::value)
                .toCompletableFuture()
                .completeOnTimeout("pending", 12, TimeUnit.SECONDS);
        // end::form[]
        // spotless:on
        return answer;
    }

    static void check(NewCustomer draft, Consumer<String> form) {
        // tag::check[]
        Findings findings = CustomerRules.check(draft);
        for (Finding finding : findings.errors()) {
            form.accept(finding.path() + ": " + finding.message() + " (" + finding.code() + ")");
        }
        // end::check[]
    }

    static void list(BlockingCustomers customers, Consumer<Object> out) {
        // spotless:off
        // tag::list[]
        CustomerPage page = customers.list(
                CustomerQuery.all().where(CustomerQuery.Field.EMAIL, "*@example.org").limit(50));
        out.accept(page.total());           // how many customers match, on all pages
        page.customers().forEach(out);      // the customers of this page
        customers.listAll(CustomerQuery.all(), 50_000).forEach(out); // page by page; fails as TooMany beyond 50,000
        // end::list[]
        // spotless:on
    }

    static void delete(BlockingCustomers customers, CustomerHandle handle) {
        // tag::delete[]
        customers.delete(handle);
        // end::delete[]
    }

    static CustomerHandle rename(BlockingCustomers customers, Customer customer) {
        // tag::rename[]
        NewCustomer renamed =
                NewCustomer.copyOf(customer).name(PersonName.of("Ada", "King")).build();
        CustomerHandle another = customers.create(renamed);
        // end::rename[]
        return another;
    }

    static Findings tld(Customer customer) {
        // tag::tld[]
        TldRequirements ru = TldRequirements.of("ru");
        Findings findings = ru.check(customer); // [ERROR extension_additional_data[ru]…: required for .ru, …]
        // end::tld[]
        return findings;
    }

    static void members(BlockingCustomers customers, CustomerHandle handle) {
        // tag::members[]
        Customer customer = customers.get(handle);
        customers.update(
                handle,
                CustomerChanges.builder()
                        .address(customer.address()) // with what the service sent and Handlekit does not know
                        .member("priority", "3") // a member of your own, as JSON
                        .build());
        // end::members[]
    }

    static HttpCustomers config(Map<String, String> environment, HttpTransport transport) {
        // tag::config[]
        OpenproviderConfig config = OpenproviderConfig.from(environment); // System.getenv()
        HttpCustomers port = config.builder().transport(transport).build();
        // end::config[]
        return port;
    }

    static HttpCustomers.Builder observe(HttpCustomers.Builder builder, Consumer<Object> log) {
        // tag::observe[]
        // CREATE /customers: SUCCESS, HTTP 200, code 0, 1 attempt, 12 ms
        builder.observer(operation -> call -> log.accept(call));
        // end::observe[]
        return builder;
    }

    static HttpCustomers.Builder debug(HttpCustomers.Builder builder, Consumer<Object> log) {
        // tag::debug[]
        // 7 > PUT /customers/text(11) [Accept, Authorization, Content-Type] 46 bytes {handle:text(11),comments:text(7)}
        // 7 < HTTP 200 code 0 36 bytes {code:number(1),data:{success:boolean}}, 12 ms
        builder.wireLog(line -> log.accept(line)).showNetworkMessages();
        // end::debug[]
        return builder;
    }

    static void change(BlockingCustomers customers, Customer customer) {
        // tag::change[]
        NewCustomer moved = NewCustomer.copyOf(customer)
                .address(customer.address().toBuilder().number("14").build())
                .removeTag(CustomerTag.of("slow"))
                .build();
        customers.update(customer.handle(), CustomerChanges.between(customer, moved));
        // end::change[]
    }
}
