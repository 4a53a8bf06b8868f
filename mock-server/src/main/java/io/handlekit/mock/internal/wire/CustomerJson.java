package io.handlekit.mock.internal.wire;

import io.handlekit.customers.NewCustomer;
import java.util.Optional;

/**
 * Everything that a customer can be created with, as JSON. It stays as it was sent until an answer shows it. Then it is
 * written anew, in lines that answers copy: see {@link CustomerLines}. Safe for several threads.
 */
public final class CustomerJson {
    /** JSON that is a little longer than necessary stays as it was sent; longer JSON is written anew. */
    private static final int MOST_KEPT_AS_SENT = 16 * 1024;

    private volatile byte[] json;

    /** Creates it from JSON that was sent or stored. */
    public CustomerJson(byte[] json) {
        this.json = json;
    }

    /** Returns the JSON of a customer. */
    public static CustomerJson of(NewCustomer sections) {
        return new CustomerJson(SectionsWriter.lines(sections));
    }

    /** Returns the JSON of a customer, given the JSON that it was read from, if it was. */
    public static CustomerJson of(NewCustomer sections, Optional<byte[]> sent) {
        return sent.filter(bytes -> bytes.length <= MOST_KEPT_AS_SENT && bytes[0] == '{')
                .map(CustomerJson::new)
                .orElseGet(() -> of(sections));
    }

    /** Reads the customer; each call reads it again. */
    public NewCustomer sections() {
        return CustomerReader.create(Body.parse(json), null);
    }

    /** Returns the JSON in lines. */
    public byte[] lines() {
        byte[] lines = json;
        if (!CustomerLines.isWritten(lines)) {
            lines = SectionsWriter.lines(sections());
            json = lines;
        }
        return lines;
    }

    /** Returns how many bytes the JSON has now. */
    public int length() {
        return json.length;
    }

    /** Shows nothing of the customer. */
    @Override
    public String toString() {
        return "CustomerJson";
    }
}
