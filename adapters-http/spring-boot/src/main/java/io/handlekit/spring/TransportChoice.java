package io.handlekit.spring;

import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.spring.internal.properties.InvalidPropertiesException;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.util.ClassUtils;

/** The values of {@code openprovider.transport}. */
enum TransportChoice {
    /** Vert.x if it works on this class path, otherwise the JDK's client. */
    AUTO,
    /** Vert.x, from {@code handlekit-http-vertx}. */
    VERTX,
    /** The JDK's client. */
    JDK;

    private static final Log LOG = LogFactory.getLog(TransportChoice.class);

    /**
     * Creates the transport.
     *
     * @param vertx creates the one on Vert.x; fails with a {@link LinkageError} if its libraries are missing or do not
     *     fit together
     */
    HttpTransport create(Supplier<HttpTransport> vertx) {
        if (this == JDK || (this == AUTO && !isVertxPresent())) {
            return new JdkTransport();
        }
        try {
            return vertx.get();
        } catch (LinkageError unfit) {
            String reason = "Vert.x does not work on this class path (" + unfit
                    + "). It needs handlekit-http-vertx, and Vert.x 5.2 needs Netty 4.2.18; Spring Boot manages an older"
                    + " one unless you set its version.";
            if (this == VERTX) {
                throw new InvalidPropertiesException("openprovider.transport is vertx. " + reason);
            }
            LOG.warn(reason + " Handlekit uses the JDK's HTTP client.");
            return new JdkTransport();
        }
    }

    private static boolean isVertxPresent() {
        return ClassUtils.isPresent("io.handlekit.http.vertx.VertxTransport", TransportChoice.class.getClassLoader());
    }
}
