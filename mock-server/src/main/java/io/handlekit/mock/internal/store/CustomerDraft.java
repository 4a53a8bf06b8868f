package io.handlekit.mock.internal.store;

import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.wire.CustomerJson;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer to be stored.
 *
 * @param sections everything that it is created with
 * @param json the JSON that the sections were read from, if they were: a store may keep it as it is, which saves writing
 *     it again
 * @param commentsChangedAt when its comments were set, if there are any
 */
public record CustomerDraft(NewCustomer sections, Optional<byte[]> json, Optional<Instant> commentsChangedAt) {
    /** Returns this draft with another time of its comments. */
    public CustomerDraft changedAt(Instant time) {
        return new CustomerDraft(sections, json, Optional.of(time));
    }

    /** Returns the JSON to keep. */
    public CustomerJson toJson() {
        return CustomerJson.of(sections, json);
    }

    /** Shows nothing of the customer. */
    @Override
    public String toString() {
        return "CustomerDraft";
    }
}
