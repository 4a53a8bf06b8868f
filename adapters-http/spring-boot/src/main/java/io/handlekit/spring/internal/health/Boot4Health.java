package io.handlekit.spring.internal.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The indicator of Spring Boot 4. */
public final class Boot4Health implements HealthIndicator {
    private final ServiceHealth health;

    /** Creates an indicator. */
    public Boot4Health(ServiceHealth health) {
        this.health = health;
    }

    @Override
    public Health health() {
        return health.report(
                (status, details) -> Health.status(status).withDetails(details).build());
    }
}
