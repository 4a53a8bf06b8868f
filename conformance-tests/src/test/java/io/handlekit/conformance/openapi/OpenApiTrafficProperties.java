package io.handlekit.conformance.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.conformance.arbitraries.CustomerArbitraries;
import io.handlekit.conformance.implementations.MockFixture;
import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.CustomerType;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.CustomerQuery.Sort;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.NewCustomer;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.mock.behaviour.Behaviour;
import java.net.URI;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;

/** Tests that requests of the client and replies of the mock match the document. */
class OpenApiTrafficProperties {
    private static final int TRIES = 100;
    private static final OpenApi API = OpenApi.ofTheMock();
    private static final HttpTransport TRANSPORT = new JdkTransport();
    private static final WatchedTransport WIRE = new WatchedTransport(TRANSPORT, API);
    private static final MockFixture FIXTURE = MockFixture.over(WIRE, Behaviour.defaults());

    private final BlockingCustomers customers = new BlockingCustomers(FIXTURE.customers());

    /** A new operation of the port adds a call here and a line below. */
    @Property(tries = TRIES)
    void exchanges_between_client_and_mock_match_the_document(
            @ForAll("customers") NewCustomer draft,
            @ForAll("changes") CustomerChanges changes,
            @ForAll("queries") CustomerQuery query) {
        CustomerHandle handle = customers.create(draft);
        customers.get(handle);
        customers.list(query);
        customers.update(handle, changes);
        customers.get(handle);
        customers.list(CustomerQuery.all().where(Field.HANDLE, handle.value()).withAdditionalData(true));
        customers.delete(handle);
    }

    @Property(tries = 20)
    void exchanges_about_an_unknown_handle_match_the_document(@ForAll("handles") CustomerHandle unknown) {
        assertThatThrownBy(() -> customers.get(unknown)).isInstanceOf(CustomersFailure.UnknownHandle.class);
        assertThatThrownBy(() -> customers.update(
                        unknown, CustomerChanges.builder().clearVat().build()))
                .isInstanceOf(CustomersFailure.UnknownHandle.class);
        assertThatThrownBy(() -> customers.delete(unknown)).isInstanceOf(CustomersFailure.UnknownHandle.class);
    }

    @AfterTry
    void no_violations() {
        assertThat(WIRE.takeViolations()).isEmpty();
    }

    @AfterContainer
    static void every_operation_of_the_client_was_seen_and_close() {
        FIXTURE.close();
        TRANSPORT.close();
        assertThat(WIRE.seen())
                .containsExactlyInAnyOrder(
                        "POST /auth/login 200",
                        "POST /customers 200",
                        "GET /customers 200",
                        "DELETE /customers/{handle} 200",
                        "DELETE /customers/{handle} 400",
                        "GET /customers/{handle} 200",
                        "GET /customers/{handle} 400",
                        "PUT /customers/{handle} 200",
                        "PUT /customers/{handle} 400");
    }

    /** The client never sends these: the fault is put into the bytes of a create. */
    @Property(tries = TRIES)
    void a_request_that_the_mock_refuses_violates_the_document(
            @ForAll("customers") NewCustomer draft, @ForAll("faults") SpoiltBody fault) {
        HttpCall call = new HttpCall(
                "POST",
                URI.create(FIXTURE.mock().baseUri() + "/customers"),
                Map.of("Authorization", "Bearer any"),
                fault.spoil(RequestBodies.create(draft)));

        HttpReply reply = TRANSPORT.send(call).toCompletableFuture().join();

        assertThat(reply.status()).isEqualTo(fault.httpStatus());
        assertThat(API.inAnswer(call, reply)).isEmpty();
        assertThat(API.inRequest(call)).isNotEmpty();
    }

    @Provide
    Arbitrary<NewCustomer> customers() {
        return CustomerArbitraries.newCustomers();
    }

    @Provide
    Arbitrary<CustomerChanges> changes() {
        return CustomerArbitraries.changes();
    }

    @Provide
    Arbitrary<CustomerQuery> queries() {
        Arbitrary<CustomerQuery> pages = Combinators.combine(
                        Arbitraries.integers().between(1, CustomerQuery.MAX_LIMIT),
                        Arbitraries.integers().between(0, Integer.MAX_VALUE),
                        Arbitraries.of(Sort.class),
                        Arbitraries.of(true, false))
                .as((limit, offset, sort, additional) -> CustomerQuery.all()
                        .limit(limit)
                        .offset(offset)
                        .descending(sort)
                        .withAdditionalData(additional));
        return Combinators.combine(
                        pages,
                        Arbitraries.of(Field.class),
                        CustomerArbitraries.lines(),
                        Arbitraries.of(CustomerType.class))
                .as((page, field, text, type) -> page.where(field, text + "*").type(type));
    }

    @Provide
    Arbitrary<CustomerHandle> handles() {
        return CustomerArbitraries.lines().map(CustomerHandle::new);
    }

    @Provide
    Arbitrary<SpoiltBody> faults() {
        return Arbitraries.of(SpoiltBody.ALL);
    }
}
