package io.handlekit.spring.testing;

import io.handlekit.http.transport.HttpTransport;
import io.handlekit.spring.HandlekitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ClassUtils;

/** Applications with the starter. */
public final class Starter {
    private Starter() {}

    /** Returns an application without properties, with the auto-configurations that the artifact names. */
    public static ApplicationContextRunner application() {
        return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(named()));
    }

    /** Returns an application that is configured, on a transport of the test. */
    public static ApplicationContextRunner application(HttpTransport transport) {
        return application()
                .withPropertyValues("openprovider.base-url=http://127.0.0.1:8080/v1", "openprovider.token=t0ken")
                .withBean(HttpTransport.class, () -> transport);
    }

    private static Class<?>[] named() {
        ClassLoader loader = HandlekitAutoConfiguration.class.getClassLoader();
        return ImportCandidates.load(AutoConfiguration.class, loader).getCandidates().stream()
                .filter(name -> name.startsWith("io.handlekit."))
                .map(name -> ClassUtils.resolveClassName(name, loader))
                .toArray(Class<?>[]::new);
    }
}
