package io.handlekit.spring.internal.health;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** The indicator of Spring Boot 3.5. */
public final class Boot3Health implements HealthIndicator {
    private final ServiceHealth health;

    /** Creates an indicator. */
    public Boot3Health(ServiceHealth health) {
        this.health = health;
    }

    @Override
    public Health health() {
        return health.report(
                (status, details) -> Health.status(status).withDetails(details).build());
    }
}
