package io.handlekit.mock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A check that a mock of this process was closed. Another program may listen on its port already. */
public final class ClosedMock {
    private static final String CALL =
            "GET /_handlekit/instance HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private ClosedMock() {}

    public static void assertClosed(URI base) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write(CALL.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .as("what listens at %s", base)
                    .doesNotContain("\"pid\":" + ProcessHandle.current().pid() + ",");
        } catch (IOException noMock) {
            // Nothing listens, or another program that speaks no HTTP.
        }
    }
}
