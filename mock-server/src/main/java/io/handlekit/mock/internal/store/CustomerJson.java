package io.handlekit.mock.internal.store;

import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.wire.Body;
import io.handlekit.mock.internal.wire.CustomerReader;
import io.handlekit.mock.internal.wire.CustomerWriter;

/** The JSON in which stores keep a customer. */
public final class CustomerJson {
    /** JSON that is a little longer than necessary is kept as it was sent; longer JSON is written anew. */
    private static final int MOST_KEPT_AS_SENT = 16 * 1024;

    private CustomerJson() {}

    /** Returns the JSON to keep of a draft. */
    public static byte[] of(CustomerDraft draft) {
        return draft.json().filter(sent -> sent.length <= MOST_KEPT_AS_SENT).orElseGet(() -> of(draft.sections()));
    }

    /** Returns the JSON to keep of a customer. */
    public static byte[] of(NewCustomer sections) {
        return Json.write(out -> CustomerWriter.sections(out, sections));
    }

    /** Reads a customer that was kept. */
    public static NewCustomer read(byte[] json) {
        return CustomerReader.create(Body.parse(json), null);
    }
}
