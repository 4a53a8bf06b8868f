package io.handlekit.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.internal.faults.ArmedFaults;
import io.handlekit.mock.internal.faults.TriggeredFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultTest {
    @Test
    void every_profile_breaks_the_same_calls_with_the_same_seed() {
        for (FaultProfile profile : FaultProfile.values()) {
            assertThat(triggered(profile, 7)).as(profile.word()).isEqualTo(triggered(profile, 7));
        }
        assertThat(triggered(FaultProfile.FLAKY, 7)).isNotEqualTo(triggered(FaultProfile.FLAKY, 8));
        assertThat(Collections.frequency(triggered(FaultProfile.FLAKY, 7), ""))
                .as("unbroken calls of 1000")
                .isBetween(780, 900);
    }

    private static List<String> triggered(FaultProfile profile, long seed) {
        ArmedFaults faults = new ArmedFaults();
        faults.set(profile.faults(seed));
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            TriggeredFaults triggered = faults.trigger("GET", "/customers");
            all.add(
                    triggered.isNone()
                            ? ""
                            : triggered + " " + triggered.beforeMillis() + " " + triggered.afterMillis());
        }
        return all;
    }

    @Test
    void an_invalid_fault_is_refused_at_once() {
        Fault fault = Fault.reset();
        List<Runnable> invalid = List.of(
                () -> Fault.status(199),
                () -> Fault.htmlPage(200),
                () -> Fault.vendorError(0),
                () -> Fault.delay(Duration.ofMinutes(11)),
                () -> Fault.delay(Duration.ofMillis(-1)),
                () -> Fault.delay(Duration.ofDays(1_000_000_000)),
                () -> Fault.delay(Duration.ofMillis(2), Duration.ofMillis(1)),
                () -> Fault.expiredToken().afterEffect(),
                () -> fault.nth(0),
                () -> fault.every(0),
                () -> fault.fraction(1.1),
                () -> fault.fraction(Double.NaN),
                () -> fault.atMost(0),
                () -> fault.on("POTS", "/customers"),
                () -> fault.on("POST", "customers"),
                () -> fault.on("POST", "/v1beta/customers"),
                () -> fault.on("POST", "/v1/customers"),
                () -> fault.on("POST", "/v1"),
                () -> fault.code(196),
                () -> Fault.status(401).code(0),
                () -> Fault.status(304).code(196),
                () -> fault.on("POST", "/**/customers"),
                () -> new ArmedFaults().set(Collections.nCopies(1_001, fault)));
        for (Runnable one : invalid) {
            assertThatThrownBy(one::run)
                    .as("" + invalid.indexOf(one))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("[a-z].{10,}");
        }
    }
}
