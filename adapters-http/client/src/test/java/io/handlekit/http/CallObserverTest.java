package io.handlekit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.vendor.VendorWarning;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.transport.HttpReply;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of an observer, the details of a failure, and the User-Agent that the service sees. */
class CallObserverTest extends ClientTest {
    @Test
    void an_observer_receives_every_exchange_with_warnings_and_maintenance() {
        service.answer(200, FakeService.token("one"))
                .answer(
                        200,
                        "{\"code\":0,\"maintenance\":true,"
                                + "\"warnings\":[{\"code\":250,\"desc\":\"d\",\"data\":\"x\"},{}],"
                                + "\"data\":{\"success\":true}}")
                .answer(500, FakeService.error(131));
        BlockingCustomers customers = new BlockingCustomers(builder(BaseUrl.LIVE)
                .credentials(Credentials.login("reseller", "secret"))
                .build());

        customers.update(HANDLE, CHANGES);
        assertThatThrownBy(() -> customers.update(HANDLE, CHANGES)).isInstanceOf(CustomersFailure.Rejected.class);

        assertThat(events)
                .extracting(event -> event.toString().replaceAll("[0-9]+ ms", "N ms"))
                .containsExactly(
                        "LOGIN /auth/login attempt 1: HTTP 200, code 0, N ms",
                        "UPDATE /customers/{handle} attempt 1: HTTP 200, code 0, [VendorWarning[code 250]],"
                                + " maintenance, N ms",
                        "UPDATE /customers/{handle} attempt 1: HTTP 500, code 131, N ms");
        assertThat(events.get(1).warnings()).containsExactly(new VendorWarning(250, "d", "x"));
        assertThat(events.get(1).isMaintenance()).isTrue();
    }

    @Test
    void exceptions_from_the_observer_are_ignored() {
        service.answer(200, DONE);

        new BlockingCustomers(builder(BaseUrl.LIVE)
                        .observer(event -> {
                            throw new NoClassDefFoundError("metrics are down");
                        })
                        .build())
                .update(HANDLE, CHANGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Request-Id", "request-id", "X-CORRELATION-ID"})
    void a_refusal_carries_the_warnings_and_the_request_id(String header) {
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
    void the_user_agent_is_name_and_version_unless_it_is_set() {
        for (int i = 0; i < 4; i++) {
            service.answer(200, DONE);
        }
        new BlockingCustomers(builder(BaseUrl.LIVE).build()).delete(HANDLE);
        new BlockingCustomers(builder(BaseUrl.LIVE).product("billing/2.1").build()).delete(HANDLE);
        new BlockingCustomers(builder(BaseUrl.LIVE).userAgent("mine").build()).delete(HANDLE);
        new BlockingCustomers(builder(BaseUrl.LIVE).userAgent("").build()).delete(HANDLE);

        assertThat(service.calls().get(0).headers().get("User-Agent")).matches("handlekit/[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(service.calls().get(1).headers().get("User-Agent")).matches("handlekit/[^ ]+ billing/2\\.1");
        assertThat(service.calls().get(2).headers()).containsEntry("User-Agent", "mine");
        assertThat(service.calls().get(3).headers()).doesNotContainKey("User-Agent");
        assertThatThrownBy(() -> builder(BaseUrl.LIVE).product("a\r\nb")).isInstanceOf(IllegalArgumentException.class);
    }
}
