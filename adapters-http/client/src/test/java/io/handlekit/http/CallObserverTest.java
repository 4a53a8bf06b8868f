package io.handlekit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.vendor.VendorWarning;
import io.handlekit.http.transport.HttpReply;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a call besides its outcome: to an observer, with a failure, and to the service. */
class CallObserverTest extends ClientTest {
    @Test
    void an_observer_is_told_of_every_exchange_and_of_what_a_success_has_nowhere_to_put() {
        service.answer(200, FakeService.token("one"))
                .answer(
                        200,
                        "{\"code\":0,\"maintenance\":true,"
                                + "\"warnings\":[{\"code\":250,\"desc\":\"d\",\"data\":\"x\"},{}],"
                                + "\"data\":{\"success\":true}}")
                .answer(500, FakeService.error(131));
        BlockingCustomers customers = new BlockingCustomers(form(BaseUrl.LIVE)
                .credentials(Credentials.login("reseller", "secret"))
                .build());

        customers.update(HANDLE, CHANGES);
        assertThatThrownBy(() -> customers.update(HANDLE, CHANGES)).isInstanceOf(CustomersFailure.Rejected.class);

        assertThat(attempts)
                .extracting(attempt -> attempt.toString().replaceAll("[0-9]+ ms", "N ms"))
                .containsExactly(
                        "LOGIN /auth/login attempt 1: HTTP 200, code 0, N ms",
                        "UPDATE /customers/{handle} attempt 1: HTTP 200, code 0, [VendorWarning[code 250]],"
                                + " maintenance, N ms",
                        "UPDATE /customers/{handle} attempt 1: HTTP 500, code 131, N ms");
        assertThat(attempts.get(1).warnings()).containsExactly(new VendorWarning(250, "d", "x"));
        assertThat(attempts.get(1).isMaintenance()).isTrue();
    }

    @Test
    void an_observer_that_throws_changes_nothing() {
        service.answer(200, DONE);

        new BlockingCustomers(form(BaseUrl.LIVE)
                        .observer(attempt -> {
                            throw new NoClassDefFoundError("metrics are down");
                        })
                        .build())
                .update(HANDLE, CHANGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Request-Id", "request-id", "X-CORRELATION-ID"})
    void warnings_and_the_request_s_id_are_with_a_refusal(String header) {
        String body = "{\"code\":131,\"desc\":\"d\",\"warnings\":[{\"code\":7}]}";
        service.answer(reply(500, header, body)).answer(reply(502, header, "<html>"));

        assertThatThrownBy(() -> withToken().update(HANDLE, CHANGES))
                .isInstanceOfSatisfying(CustomersFailure.class, failure -> {
                    assertThat(failure.answer().orElseThrow().requestId()).isEqualTo("r-77");
                    assertThat(failure.answer().orElseThrow().warnings()).containsExactly(new VendorWarning(7, "", ""));
                });
        assertThatThrownBy(() -> withToken().update(HANDLE, CHANGES))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        failure -> assertThat(failure.reply().orElseThrow().requestId())
                                .isEqualTo("r-77"));
    }

    private static CompletionStage<HttpReply> reply(int status, String header, String body) {
        return CompletableFuture.completedFuture(new HttpReply(status, Map.of(header, "r-77"), body.getBytes(UTF_8)));
    }

    @Test
    void it_calls_itself_by_its_name_and_version_and_by_what_it_is_told() {
        for (int i = 0; i < 4; i++) {
            service.answer(200, DONE);
        }
        new BlockingCustomers(form(BaseUrl.LIVE).build()).delete(HANDLE);
        new BlockingCustomers(form(BaseUrl.LIVE).product("billing/2.1").build()).delete(HANDLE);
        new BlockingCustomers(form(BaseUrl.LIVE).userAgent("mine").build()).delete(HANDLE);
        new BlockingCustomers(form(BaseUrl.LIVE).userAgent("").build()).delete(HANDLE);

        assertThat(service.calls().get(0).headers().get("User-Agent")).matches("handlekit/[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(service.calls().get(1).headers().get("User-Agent")).matches("handlekit/[^ ]+ billing/2\\.1");
        assertThat(service.calls().get(2).headers()).containsEntry("User-Agent", "mine");
        assertThat(service.calls().get(3).headers()).doesNotContainKey("User-Agent");
        assertThatThrownBy(() -> form(BaseUrl.LIVE).product("a\r\nb")).isInstanceOf(IllegalArgumentException.class);
    }
}
