package io.handlekit.mock.internal.store;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.engine.CustomerSeed;
import io.handlekit.mock.internal.wire.Body;
import io.handlekit.mock.internal.wire.CustomerReader;
import io.handlekit.mock.internal.wire.CustomerWriter;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer as one array of bytes, and the texts that a list looks for. A mock under load keeps millions of them, and
 * the garbage collector has a dozen objects to move for each instead of two hundred, which is what made creating slow.
 */
public final class StoredCustomer {
    private static final long OVERHEAD = 600;

    private final CustomerHandle handle;
    private final long id;
    private final byte[] json;
    private final Texts texts;
    private final Optional<Instant> commentsChangedAt;

    private StoredCustomer(
            CustomerHandle handle, long id, byte[] json, Texts texts, Optional<Instant> commentsChangedAt) {
        this.handle = handle;
        this.id = id;
        this.json = json;
        this.texts = texts;
        this.commentsChangedAt = commentsChangedAt;
    }

    static StoredCustomer of(
            CustomerHandle handle, long id, NewCustomer sections, Optional<Instant> commentsChangedAt) {
        byte[] json = Json.write(out -> CustomerWriter.sections(out, sections));
        return new StoredCustomer(handle, id, json, Texts.of(sections), commentsChangedAt);
    }

    /** The same, kept in the JSON that the sections were read from, which saves writing it again. */
    static StoredCustomer asSent(
            CustomerHandle handle, long id, NewCustomer sections, byte[] json, Optional<Instant> commentsChangedAt) {
        return new StoredCustomer(handle, id, json, Texts.of(sections), commentsChangedAt);
    }

    /** The same customer with other sections. */
    public StoredCustomer with(NewCustomer sections, Optional<Instant> commentsChangedAt) {
        return of(handle, id, sections, commentsChangedAt);
    }

    /** About how many bytes of memory this takes. */
    long size() {
        return OVERHEAD + json.length + 2L * texts.length();
    }

    /** About how many bytes of memory the customers of a seed take, and not less. */
    public static long sizeOf(CustomerSeed seed) {
        return OVERHEAD * seed.entries().size() + 3 * seed.bytes();
    }

    public CustomerHandle handle() {
        return handle;
    }

    public long id() {
        return id;
    }

    Texts texts() {
        return texts;
    }

    /** When the comments were last set, if they ever were. */
    public Optional<Instant> commentsChangedAt() {
        return commentsChangedAt;
    }

    public NewCustomer sections() {
        return CustomerReader.create(Body.parse(json), null);
    }

    /** Texts to search and sort by. */
    record Texts(String firstName, String lastName, String companyName, String email, String comments) {
        static Texts of(NewCustomer sections) {
            return new Texts(
                    sections.name().firstName(),
                    sections.name().lastName(),
                    sections.companyName(),
                    sections.email(),
                    sections.comments());
        }

        int length() {
            return firstName.length() + lastName.length() + companyName.length() + email.length() + comments.length();
        }

        /** Shows nobody. */
        @Override
        public String toString() {
            return "Texts";
        }
    }
}
