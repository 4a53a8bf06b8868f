package io.handlekit.mock.internal.control;

import io.handlekit.mock.internal.base.CallPattern;
import io.handlekit.mock.journal.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The exchanges that a line of the ledger explains. Conditions that are empty hold for every exchange; without codes, the
 * line is about successes, or about ignored names.
 *
 * @param calls the calls, any of them
 * @param codes the codes of answers, any of them
 * @param ignored the names that were ignored, any of them; a star stands for every name
 */
record LedgerSubject(List<CallPattern> calls, Set<Integer> codes, Set<String> ignored) {
    private static final String ANY = "*";

    /** Reads a subject from its line. */
    static LedgerSubject of(JsonNode about) {
        return new LedgerSubject(
                about.path("calls")
                        .valueStream()
                        .map(call -> pattern(call.stringValue()))
                        .toList(),
                about.path("codes").valueStream().map(JsonNode::intValue).collect(Collectors.toUnmodifiableSet()),
                about.path("ignored").valueStream().map(JsonNode::stringValue).collect(Collectors.toUnmodifiableSet()));
    }

    private static CallPattern pattern(String call) {
        String[] parts = call.split(" ", 2);
        return CallPattern.ofService(parts[0], Optional.of(parts[1]));
    }

    boolean includes(Exchange exchange) {
        return isOfCalls(exchange) && (ignored.isEmpty() ? isOfCodes(exchange) : isOfIgnored(exchange));
    }

    private boolean isOfCalls(Exchange exchange) {
        return calls.isEmpty()
                || calls.stream().anyMatch(call -> call.includesRequest(exchange.method(), exchange.path()));
    }

    private boolean isOfCodes(Exchange exchange) {
        return exchange.code().isPresent()
                && (codes.isEmpty() ? Set.of(0) : codes)
                        .contains(exchange.code().getAsInt());
    }

    private boolean isOfIgnored(Exchange exchange) {
        return !exchange.ignored().isEmpty()
                && (ignored.contains(ANY) || exchange.ignored().stream().anyMatch(ignored::contains));
    }

    /** Shows how many calls, codes and names there are. */
    @Override
    public String toString() {
        return "LedgerSubject[" + calls.size() + " calls, " + codes.size() + " codes, " + ignored.size() + " names]";
    }
}
