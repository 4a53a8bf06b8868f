package io.handlekit.customers.tld;

import java.util.Collections;
import java.util.List;

/** A yes-or-no answer that may be open, because the customer does not say enough. The order makes "and" a minimum. */
enum TriState {
    NO,
    MAYBE,
    YES;

    static TriState of(boolean yes) {
        return yes ? YES : NO;
    }

    TriState not() {
        return this == MAYBE ? MAYBE : of(this == NO);
    }

    TriState and(TriState other) {
        return Collections.min(List.of(this, other));
    }

    TriState or(TriState other) {
        return Collections.max(List.of(this, other));
    }
}
