package io.handlekit.conformance;

import io.handlekit.http.HttpTransport;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/**
 * The transport under proof, and what its contract has to know of it.
 *
 * <pre>{@code
 * class MyTransportTest implements TransportContract {
 *     @Override
 *     public TransportFixture fixture() {
 *         return MyTransport::new;
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface TransportFixture {
    /** A fresh transport, with all its threads its own. The rule that asks for it closes it. */
    HttpTransport open();

    /**
     * A fresh transport that trusts whom this manager trusts, if it can be told so. Rules that need it are otherwise
     * skipped.
     *
     * @param trust whom to trust
     */
    default Optional<HttpTransport> openTrusting(X509TrustManager trust) {
        return Optional.empty();
    }
}
