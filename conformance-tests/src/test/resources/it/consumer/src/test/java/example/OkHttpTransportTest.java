package example;

import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.http.transport.HttpTransport;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

// tag::docs[]
class OkHttpTransportTest implements TransportContract, TransportFixture {
    @Override
    public TransportFixture fixture() {
        return this;
    }

    @Override
    public HttpTransport open() {
        return new OkHttpTransport();
    }

    @Override
    public Optional<HttpTransport> openTrusting(X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return Optional.of(new OkHttpTransport(context.getSocketFactory(), trust));
        } catch (GeneralSecurityException odd) {
            throw new AssertionError(odd);
        }
    }
}
// end::docs[]
