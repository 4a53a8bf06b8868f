package io.handlekit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.http.testing.FakeService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Tokens from a source, and the body of a login. */
class CredentialsTest extends ClientTest {
    @Test
    void a_token_source_is_asked_before_each_call_and_again_when_its_token_is_refused() {
        List<Optional<String>> asked = new ArrayList<>();
        TokenSource source = refused -> {
            asked.add(refused);
            return CompletableFuture.completedFuture(refused.isPresent() ? "fresh" : "stale");
        };
        service.answer(500, FakeService.error(196)).answer(200, CUSTOMER).answer(200, CUSTOMER);
        BlockingCustomers customers = new BlockingCustomers(
                builder(BaseUrl.LIVE).credentials(Credentials.from(source)).build());

        customers.get(HANDLE);
        customers.get(HANDLE);

        assertThat(asked).containsExactly(Optional.empty(), Optional.of("stale"), Optional.empty());
        assertThat(service.log())
                .extracting(line -> line.replaceAll(".* ", ""))
                .containsExactly("stale", "fresh", "stale");
    }

    @Test
    void a_token_source_that_fails_or_has_no_usable_token_fails_the_call_before_it_is_sent() {
        List<Throwable> bare = new ArrayList<>();
        List<TokenSource> sources = List.of(
                refused -> CompletableFuture.failedFuture(new IllegalStateException("vault")),
                refused -> CompletableFuture.completedFuture("two words"),
                refused -> CompletableFuture.completedFuture(""),
                refused -> {
                    throw new IllegalStateException("vault");
                });
        for (TokenSource source : sources) {
            BlockingCustomers customers = new BlockingCustomers(
                    builder(BaseUrl.LIVE).credentials(Credentials.from(source)).build());
            assertThatThrownBy(() -> customers.update(HANDLE, CHANGES))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            failure -> assertThat(failure.mayHaveTakenEffect()).isFalse());
        }
        assertThat(service.calls()).isEmpty();
        builder(BaseUrl.LIVE)
                .credentials(Credentials.from(sources.get(0)))
                .build()
                .get(HANDLE)
                .whenComplete((customer, failure) -> bare.add(failure));
        assertThat(bare).singleElement().isInstanceOf(Unavailable.class);
    }

    @Test
    void a_login_sends_the_ip_address_that_was_given() {
        service.answer(200, FakeService.token("one")).answer(200, DONE);

        new BlockingCustomers(builder(BaseUrl.LIVE)
                        .credentials(Credentials.login("reseller", "secret", "0.0.0.0"))
                        .build())
                .update(HANDLE, CHANGES);

        assertThat(new String(service.calls().get(0).body(), UTF_8))
                .isEqualTo("{\"username\":\"reseller\",\"password\":\"secret\",\"ip\":\"0.0.0.0\"}");
    }

    @Test
    void a_password_is_not_sent_over_plain_http_to_another_host_unless_that_is_allowed() {
        HttpCustomers.Builder login =
                builder(BaseUrl.of("http://mock:8080/v1")).credentials(Credentials.login("reseller", "secret"));

        assertThatThrownBy(login::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the base URL http://mock:8080/v1 would send the password over plain HTTP; use https, or call"
                                + " allowPlainHttp() on the builder");

        service.answer(200, FakeService.token("one")).answer(200, DONE);
        new BlockingCustomers(login.allowPlainHttp().build()).update(HANDLE, CHANGES);
        builder(BaseUrl.of("http://mock:8080/v1"))
                .credentials(Credentials.token("given"))
                .build();
    }
}
