package io.handlekit.customers.validation;

import java.util.Collections;
import java.util.List;

/** To a question about a customer that leaves things open. The order makes "and" the lesser of two answers. */
enum Answer {
    NO,
    MAYBE,
    YES;

    static Answer of(boolean yes) {
        return yes ? YES : NO;
    }

    Answer not() {
        return this == MAYBE ? MAYBE : of(this == NO);
    }

    Answer and(Answer other) {
        return Collections.min(List.of(this, other));
    }

    Answer or(Answer other) {
        return Collections.max(List.of(this, other));
    }
}
