package io.handlekit.mock.internal.faults;

import io.handlekit.mock.fault.FaultAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The faults that one call triggers.
 *
 * @param beforeMillis the delay before the effect
 * @param afterMillis the delay after the effect
 * @param end the fault that replaces or breaks the service's answer, if there is one
 * @param all all triggered faults, in order
 */
public record TriggeredFaults(int beforeMillis, int afterMillis, Optional<FaultAction> end, List<FaultAction> all) {
    public boolean isNone() {
        return all.isEmpty();
    }

    boolean hasEffect() {
        return end.map(FaultAction::afterEffect).orElse(true);
    }

    /** Shows the faults as the journal records them. */
    @Override
    public String toString() {
        return all.stream().map(FaultAction::toString).collect(Collectors.joining(", "));
    }
}
