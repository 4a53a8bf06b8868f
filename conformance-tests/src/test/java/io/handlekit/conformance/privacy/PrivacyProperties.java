package io.handlekit.conformance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.internal.jqwik.TriesFactor;
import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.tld.TldRequirements;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.customers.vendor.UnknownMembers;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.observer.CallEvent;
import io.handlekit.http.observer.CallObservation;
import io.handlekit.http.observer.ExchangeEvent;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.vertx.VertxTransport;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/** Tests that no personal data, password or token is in a log, an exception, a toString or an event for observers. */
@AddLifecycleHook(value = TriesFactor.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
class PrivacyProperties {
    private static final String TOKEN = "t0kenOfTheCaller";

    /** Services that repeat the whole request, in each place of a reply that holds text. */
    private static final List<Function<HttpCall, HttpReply>> ECHOES = List.of(
            call -> reply(
                    200,
                    "{\"code\":0,\"desc\":" + echo(call) + ",\"warnings\":[{\"code\":1,\"desc\":" + echo(call)
                            + ",\"data\":" + echo(call)
                            + "}],\"data\":{\"handle\":\"XX123456-XX\",\"success\":true,\"total\":0}}"),
            call -> reply(500, "{\"code\":131,\"desc\":" + echo(call) + ",\"data\":" + echo(call) + "}"),
            call -> reply(500, "{\"code\":196,\"desc\":" + echo(call) + "}"),
            call -> reply(500, "{\"code\":193,\"desc\":" + echo(call) + "}"),
            call -> reply(500, "{\"code\":50,\"desc\":" + echo(call) + "}"),
            call -> reply(
                    200,
                    "{\"code\":0,\"data\":{\"handle\":{\"x\":" + echo(call) + "},\"results\":" + echo(call)
                            + ",\"success\":false,\"token\":" + echo(call) + "}}"),
            call -> reply(
                    200,
                    "{\"code\":0,\"data\":{\"handle\":\"XX123456-XX\"," + echo(call) + ":1,\"address\":{" + echo(call)
                            + ":" + echo(call) + "}}}"),
            call -> reply(200, "{\"code\":0,\"data\":" + echo(call)),
            call -> reply(200, "{\"code\":" + echo(call) + "}"),
            call -> reply(502, "<html>" + echo(call)),
            call -> reply(404, echo(call)),
            call -> reply(302, ""));

    private final List<String> shown = new ArrayList<>();

    private static HttpReply reply(int status, String body) {
        return new HttpReply(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String echo(HttpCall call) {
        String all = call.uri() + " " + call.headers() + " " + new String(call.body(), StandardCharsets.UTF_8);
        return "\"" + all.replace("\\", "/").replace("\"", "'").replace("\n", " ") + "\"";
    }

    @Property(tries = 10)
    void nothing_shows_what_a_service_repeats_of_a_request(@ForAll("secrets") String secret) {
        for (Function<HttpCall, HttpReply> echo : ECHOES) {
            for (Credentials credentials : credentials(secret)) {
                HttpTransport transport = call -> {
                    HttpReply reply = echo.apply(call);
                    shown.add(call + " " + reply);
                    return CompletableFuture.completedFuture(reply);
                };
                callEverything(BaseUrl.LIVE, transport, credentials, secret);
            }
        }

        for (HttpTransport failing : List.<HttpTransport>of(
                call -> CompletableFuture.failedFuture(
                        new TransportFailure(TransportFailure.Kind.EXCHANGE, new IOException(echo(call)))),
                call -> CompletableFuture.failedFuture(
                        new IllegalStateException(echo(call), new IOException(echo(call)))),
                call -> {
                    throw new IllegalArgumentException(echo(call));
                })) {
            callEverything(BaseUrl.LIVE, failing, Credentials.token(TOKEN), secret);
        }

        assertThatNothingShows(secret);
    }

    @Property(tries = 3)
    void transports_and_mock_show_no_secrets(@ForAll("secrets") String secret) {
        String written = CapturedOutput.during(() -> {
            for (Switch value : List.of(
                    Switch.Token.ANY,
                    Switch.Token.ISSUED,
                    Switch.Maintenance.ON,
                    Switch.Form.STRICT,
                    Switch.Login.UNSIGNED)) {
                MockOptions options =
                        MockOptions.defaults().behaviour(Behaviour.defaults().with(value));
                try (MockOpenprovider mock = MockOpenprovider.start(options);
                        HttpTransport jdk = new JdkTransport();
                        HttpTransport vertx = new VertxTransport()) {
                    for (HttpTransport transport : List.of(jdk, vertx)) {
                        callEverything(
                                BaseUrl.of(mock.baseUri()), transport, Credentials.login(secret, secret), secret);
                        callEverything(
                                BaseUrl.of("http://127.0.0.1:1/v1beta"), transport, Credentials.token(TOKEN), secret);
                    }
                    shown.add(mock.exchanges().toString());
                }
            }
        });
        shown.add(written);

        assertThatNothingShows(secret);
    }

    private static List<Credentials> credentials(String secret) {
        return List.of(
                Credentials.login(secret, secret, secret),
                Credentials.token(TOKEN),
                Credentials.from(refused -> CompletableFuture.completedFuture(TOKEN)),
                Credentials.from(refused -> CompletableFuture.completedFuture(secret + " is no token")));
    }

    /** Calls every operation, with the secret in each field there is. */
    private void callEverything(BaseUrl baseUrl, HttpTransport transport, Credentials credentials, String secret) {
        try (HttpCustomers port = HttpCustomers.builder(baseUrl)
                .transport(transport)
                .credentials(credentials)
                .readRetries(0)
                .wireLog(shown::add)
                .showNetworkMessages()
                .observer(operation -> new CallObservation() {
                    @Override
                    public void exchanged(ExchangeEvent exchange) {
                        shown.add(exchange.toString());
                    }

                    @Override
                    public void ended(CallEvent call) {
                        shown.add(call.toString());
                    }
                })
                .build()) {
            callEverything(new BlockingCustomers(port), credentials, secret);
        }
    }

    private void callEverything(BlockingCustomers customers, Credentials credentials, String secret) {
        NewCustomer draft = draft(secret);
        CustomerChanges changes = CustomerChanges.builder()
                .email(draft.email())
                .comments(draft.comments())
                .additionalData(draft.additionalData())
                .tags(draft.tags())
                .fax(draft.fax())
                .unknownMembers(draft.unknownMembers())
                .build();
        CustomerQuery query =
                CustomerQuery.all().where(Field.EMAIL, secret + "*").where(Field.ANY_NAME, secret);
        CustomerHandle handle = new CustomerHandle("XX123456-XX");
        shown.add(draft.unknownMembers() + " " + draft.address() + draft.phone() + draft.name() + draft.tags()
                + draft.additionalData() + draft.additionalData().attachedFiles() + draft.extensionData());
        shown.add(credentials + " " + draft + " " + changes + " " + query + " " + CustomerRules.check(draft) + " "
                + TldRequirements.of("ru").check(draft));
        attempt(() -> customers.create(draft));
        attempt(() ->
                customers.create(draft.toBuilder().email(secret + " is none").build()));
        attempt(() -> customers.update(handle, changes));
        attempt(() -> customers.get(handle));
        attempt(() -> customers.list(query));
        attempt(() -> customers.delete(handle));
    }

    private interface CallOutcome {
        Object get() throws CustomersFailure;
    }

    private void attempt(Runnable call) {
        attempt(() -> {
            call.run();
            return "done";
        });
    }

    /** Collects the outcome of a call, and all texts of a failure; the texts of the service itself are left out. */
    private void attempt(CallOutcome call) {
        try {
            shown.add(String.valueOf(call.get()));
        } catch (CustomersFailure failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                shown.add(cause.toString());
            }
            shown.add(failure.answer() + " "
                    + failure.answer().map(answer -> answer.warnings().toString()));
            if (failure instanceof CustomersFailure.BrokenReply broken) {
                shown.add(broken.reply().toString());
            }
        }
    }

    private void assertThatNothingShows(String secret) {
        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContain(secret, digits(secret), TOKEN));
    }

    private static NewCustomer draft(String secret) {
        UnknownMembers unknown = UnknownMembers.NONE.with(secret, "{\"" + secret + "\":[\"" + secret + "\"]}");
        PhoneNumber number = new PhoneNumber("+44", digits(secret), digits(secret), unknown);
        return NewCustomer.builder()
                .companyName(secret)
                .name(new PersonName(secret, secret, secret, secret, unknown))
                .address(new PostalAddress(secret, secret, secret, secret, secret, secret, "GB", unknown))
                .phone(number)
                .fax(number)
                .unknownMembers(unknown)
                .email(secret + "@example.com")
                .vat(secret)
                .locale(secret)
                .comments(secret)
                .tag(new CustomerTag(secret, secret, unknown))
                .additionalData(AdditionalData.builder()
                        .put(AdditionalField.BIRTH_DATE, secret)
                        .put(AdditionalField.BIRTH_COUNTRY, secret)
                        .put(secret, secret)
                        .attach(new AttachedFile(secret, secret, secret, unknown))
                        .member("x" + secret, "7")
                        .build())
                .extension(ExtensionData.builder(secret)
                        .put(secret, secret)
                        .unknownMembers(unknown)
                        .dataMember("x" + secret, "7")
                        .build())
                .extension(ExtensionData.builder("ru").put("birth_date", secret).build())
                .build();
    }

    private static String digits(String secret) {
        return "7" + Math.abs((long) secret.hashCode()) + "00";
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings().withCharRange('a', 'z').ofLength(10).map(text -> "Zq" + text);
    }
}
