package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.internal.base.Resources;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A run that loads the classes of a start and of the usual requests to a temporary mock, so that they can be archived. */
final class WarmUp {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String HANDLE = "/customers/" + MockOpenprovider.DOCUMENTATION_HANDLE;
    private static final String CUSTOMER =
            new String(Resources.bytes("documentation-customer.json"), StandardCharsets.UTF_8);

    private final StringBuilder requests = new StringBuilder();

    private WarmUp() {}

    /** Starts a mock as the command line does. Failures are ignored: the archive then lacks classes. */
    static void run(String... options) {
        MockCommand command = new MockCommand(Map.of());
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        command.commandLine().setOut(nowhere).setErr(nowhere).execute(options);
        command.mock().ifPresent(mock -> {
            try (mock) {
                ask(mock.baseUri());
            } catch (IOException slowAtFirst) {
                // Later starts load those classes from the jar.
            }
        });
    }

    private static void ask(URI base) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            WarmUp warmUp = new WarmUp();
            warmUp.all();
            out.write(warmUp.requests.toString().getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    private void all() {
        add("POST", "/auth/login", "{\"username\":\"any\",\"password\":\"any\"}");
        add("POST", "/customers", CUSTOMER);
        add("PUT", HANDLE, CUSTOMER);
        add("GET", HANDLE, "");
        add("GET", "/customers?limit=10&email_pattern=*", "");
        add("GET", "/nowhere", "");
    }

    private void add(String method, String path, String body) {
        requests.append(method)
                .append(' ')
                .append(ApiVersion.V1.path())
                .append(path)
                .append(" HTTP/1.1\r\nHost: mock\r\nAuthorization: Bearer any\r\nContent-Type: application/json\r\n")
                .append("Content-Length: ")
                .append(body.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n\r\n")
                .append(body);
    }
}
