package io.handlekit.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.testing.ManualClock;
import io.handlekit.mock.testing.Proves;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Limits that take too many calls to be tested over HTTP. */
class CallLimitsTest {
    private static final Behaviour CTE = Behaviour.defaults().with(Switch.Limits.CTE);

    private final ManualClock clock = new ManualClock();
    private final CallLimits limits = new CallLimits(clock);

    @Test
    @Proves("limits.cte")
    void the_old_test_service_allows_50_failed_logins_in_50_seconds() {
        for (int call = 0; call < 50; call++) {
            limits.loginFailed(CTE, "127.0.0.1");
            clock.forward(Duration.ofMillis(990));
        }

        assertThatThrownBy(() -> limits.loginFailed(CTE, "127.0.0.1")).isInstanceOf(VendorError.class);
    }

    @Test
    @Proves("limits.bound")
    void beyond_10000_different_calls_the_least_recent_is_forgotten() {
        for (int call = 0; call < 49; call++) {
            limits.call(CTE, new Get("/customers"));
        }
        for (int other = 0; other < 10_001; other++) {
            limits.call(CTE, new Get("/customers/" + other));
        }
        for (int call = 0; call < 50; call++) {
            limits.call(CTE, new Get("/customers"));
        }

        assertThatThrownBy(() -> limits.call(CTE, new Get("/customers"))).isInstanceOf(VendorError.class);
    }

    @Test
    @Proves("limits.bound")
    void beyond_100000_calls_the_least_recent_are_forgotten() {
        Behaviour live = Behaviour.defaults().with(Switch.Limits.LIVE);
        for (int call = 0; call < 299; call++) {
            limits.call(live, new Get("/customers"));
        }
        for (int other = 0; other < 334; other++) {
            for (int call = 0; call < 300; call++) {
                limits.call(live, new Get("/customers/" + other));
            }
        }

        assertThatCode(() -> {
                    limits.call(live, new Get("/customers"));
                    limits.call(live, new Get("/customers"));
                })
                .doesNotThrowAnyException();
    }

    private record Get(String path) implements Access.Call {
        @Override
        public String address() {
            return "127.0.0.1";
        }

        @Override
        public String target() {
            return "GET " + path;
        }

        @Override
        public byte[] bytes() {
            return new byte[0];
        }
    }
}
