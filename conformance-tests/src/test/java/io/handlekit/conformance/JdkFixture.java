package io.handlekit.conformance;

import io.handlekit.http.HttpTransport;
import io.handlekit.http.JdkTransport;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** The transport on the JDK's HTTP client. */
final class JdkFixture implements TransportFixture {
    @Override
    public HttpTransport open() {
        return new JdkTransport();
    }

    @Override
    public Optional<HttpTransport> openTrusting(X509TrustManager trust) {
        return Optional.of(trusting(trust));
    }

    static HttpTransport trusting(X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return new JdkTransport(HttpClient.newBuilder().sslContext(context).build());
        } catch (GeneralSecurityException odd) {
            throw new AssertionError("no TLS here", odd);
        }
    }
}
