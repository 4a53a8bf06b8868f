package io.handlekit.benchmarks.mock;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** The expectations that MockServer is told over HTTP. */
final class MockServerStubs {
    private static final String CREATE = """
            {"httpRequest":{"method":"POST","path":"/v1/customers"},
             "httpResponse":{"statusCode":200,"headers":{"Content-Type":["application/json"]},
                             "body":"{\\"code\\":0,\\"desc\\":\\"\\",\\"data\\":{\\"handle\\":\\"XX123456-XX\\"}}"}}""";

    private MockServerStubs() {}

    /** Tells a MockServer what to answer. Returns false if it does not listen yet. */
    static boolean tell(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(Call.bytes("PUT", "/mockserver/expectation", CREATE));
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
