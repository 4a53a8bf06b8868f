package io.handlekit.mock.fault;

import io.handlekit.mock.internal.base.VendorError;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Faults that go together.
 *
 * <pre>{@code mock.faults(FaultProfile.FLAKY.faults(7));}</pre>
 */
public enum FaultProfile {
    /**
     * A bad day: of all calls, logins included, 5 in 100 get a gateway's page before their effect, and 2 after it;
     * 3 are reset before their effect, and 3 after it; 2 get half an answer. Tokens expire at 2 calls in 100.
     */
    FLAKY {
        @Override
        public List<Fault> faults(long seed) {
            return List.of(
                    Fault.htmlPage(502).on("*", ALL).fraction(0.05).seed(seed),
                    Fault.htmlPage(504)
                            .afterEffect()
                            .on("*", ALL)
                            .fraction(0.02)
                            .seed(seed + 1),
                    Fault.reset().on("*", ALL).fraction(0.03).seed(seed + 2),
                    Fault.reset().afterEffect().on("*", ALL).fraction(0.03).seed(seed + 3),
                    Fault.truncated().on("*", ALL).fraction(0.02).seed(seed + 4),
                    Fault.expiredToken().fraction(0.02).seed(seed + 5));
        }
    },

    /** Every call takes between 0.2 and 2 seconds, and one in twenty 5 seconds more after its effect. */
    SLOW {
        @Override
        public List<Fault> faults(long seed) {
            return List.of(
                    Fault.delay(Duration.ofMillis(200), Duration.ofSeconds(2))
                            .on("*", ALL)
                            .seed(seed),
                    Fault.delay(Duration.ofSeconds(5))
                            .afterEffect()
                            .on("*", ALL)
                            .fraction(0.05)
                            .seed(seed + 1));
        }
    },

    /** Every call, logins included, is refused with code 4005. */
    MAINTENANCE {
        @Override
        public List<Fault> faults(long seed) {
            return List.of(Fault.maintenance().on("*", ALL));
        }
    },

    /** Every call but a login is refused with code 10005, as after too many identical ones, until the mock is reset. */
    BLACKLISTED {
        @Override
        public List<Fault> faults(long seed) {
            return List.of(Fault.vendorError(VendorError.ACCESS_DENIED));
        }
    };

    private static final String ALL = "/**";

    /**
     * The faults themselves.
     *
     * @param seed with the same one the same calls are struck; see {@link Fault#seed}
     */
    public abstract List<Fault> faults(long seed);

    /** The word for this profile, such as {@code flaky}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
