package io.handlekit.mock.internal.faults;

import io.handlekit.mock.fault.FaultAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that befalls one call.
 *
 * @param beforeMillis how long it waits before its effect
 * @param afterMillis how long it waits after that
 * @param end what becomes of it in the end, if that is not what the service says
 * @param all the same as it was asked for
 */
public record TriggeredFaults(int beforeMillis, int afterMillis, Optional<FaultAction> end, List<FaultAction> all) {
    public boolean isNone() {
        return all.isEmpty();
    }

    boolean hasEffect() {
        return end.map(FaultAction::afterEffect).orElse(true);
    }

    /** For the journal. */
    @Override
    public String toString() {
        return all.stream().map(FaultAction::toString).collect(Collectors.joining(", "));
    }
}
