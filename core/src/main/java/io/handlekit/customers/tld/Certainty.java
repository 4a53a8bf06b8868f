package io.handlekit.customers.tld;

import java.util.Collections;
import java.util.List;

/** To a question about a customer that leaves things open. The order makes "and" the lesser of two answers. */
enum Certainty {
    NO,
    MAYBE,
    YES;

    static Certainty of(boolean yes) {
        return yes ? YES : NO;
    }

    Certainty not() {
        return this == MAYBE ? MAYBE : of(this == NO);
    }

    Certainty and(Certainty other) {
        return Collections.min(List.of(this, other));
    }

    Certainty or(Certainty other) {
        return Collections.max(List.of(this, other));
    }
}
