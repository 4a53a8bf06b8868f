package io.handlekit.mock.internal.server;

import static io.handlekit.mock.testing.Await.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private List<String> lines() {
        return log.toString(UTF_8)
                .lines()
                .filter(line -> line.contains("/v1/tags"))
                .toList();
    }

    @Test
    void the_log_has_the_journal_s_status_for_calls_with_faults() throws IOException {
        PrintStream err = System.err;
        System.setErr(new PrintStream(log, true, UTF_8));
        try (MockOpenprovider mock =
                MockOpenprovider.start(MockOptions.defaults().requestLog(true))) {
            mock.behaviour(Behaviour.defaults().with(Switch.Maintenance.ON));
            for (Fault fault : List.of(Fault.reset(), Fault.truncated(), Fault.silence())) {
                mock.failNext(fault);
                call(mock);
            }
            mock.faults(List.of(Fault.delay(Duration.ofMinutes(5))));
            endedByAReset(mock);
        } finally {
            System.setErr(err);
        }
        assertThat(lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("GET /v1/tags 0 "),
                        line -> assertThat(line).contains("GET /v1/tags 503 "),
                        line -> assertThat(line).contains("GET /v1/tags 0 "),
                        line -> assertThat(line).contains("GET /v1/tags 0 "));
    }

    private void call(MockOpenprovider mock) throws IOException {
        int before = lines().size();
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            socket.send(RawSocket.request("GET", "/tags", ""));
            await(() -> !mock.exchanges().isEmpty());
        }
        await(() -> lines().size() > before);
        mock.clearExchanges();
    }

    private void endedByAReset(MockOpenprovider mock) throws IOException {
        int before = lines().size();
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            socket.send(RawSocket.request("GET", "/tags", ""));
            assertThat(socket.isSilent()).isTrue();
            mock.reset();
            await(() -> lines().size() > before);
        }
    }
}
