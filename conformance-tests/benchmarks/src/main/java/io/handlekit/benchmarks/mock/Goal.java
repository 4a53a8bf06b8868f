package io.handlekit.benchmarks.mock;

/**
 * A goal: a ratio of two medians, and its bound.
 *
 * @param what what it is about
 * @param scenario the scenario of both values
 * @param server the server that is measured
 * @param peerScenario the scenario of the peer's value, mostly the same
 * @param peer the server that it is compared with; empty if the value itself is the figure
 * @param isMost whether the bound is the largest ratio allowed, not the smallest
 * @param bound the bound
 */
record Goal(
        String what, String scenario, String server, String peerScenario, String peer, boolean isMost, double bound) {
    static Goal atLeast(double bound, String what, String scenario, String server, String peer) {
        return new Goal(what, scenario, server, scenario, peer, false, bound);
    }

    static Goal atMost(double bound, String what, String scenario, String server, String peer) {
        return new Goal(what, scenario, server, scenario, peer, true, bound);
    }

    /** Returns a line of a table: the goal, the ratio and whether it is met. */
    String line(Measurement measured) {
        double value = measured.median(scenario, server);
        double ratio = peer.isEmpty() ? value : value / measured.median(peerScenario, peer);
        String met =
                Double.isNaN(ratio) ? "not measured" : (isMost ? ratio <= bound : ratio >= bound) ? "met" : "missed";
        return "| " + what + " | " + (isMost ? "≤ " : "≥ ") + Measurement.shown(bound) + " | "
                + Measurement.shown(ratio) + " | " + met + " |\n";
    }
}
