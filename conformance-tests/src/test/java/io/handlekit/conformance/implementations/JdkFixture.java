package io.handlekit.conformance.implementations;

import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A fixture that opens transports on the JDK's HTTP client. */
public final class JdkFixture implements TransportFixture {
    @Override
    public HttpTransport open() {
        return new JdkTransport();
    }

    @Override
    public Optional<HttpTransport> openTrusting(X509TrustManager trust) {
        return Optional.of(trusting(trust));
    }

    public static HttpTransport trusting(X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return new JdkTransport(HttpClient.newBuilder().sslContext(context).build());
        } catch (GeneralSecurityException odd) {
            throw new AssertionError("no TLS here", odd);
        }
    }
}
