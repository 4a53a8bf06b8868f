package io.handlekit.mock.internal.store;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.internal.wire.CustomerJson;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** A customer as a store returns it. Its sections are read only when asked for: of a page, a few fit in memory at once. */
public final class StoredCustomer {
    private final CustomerHandle handle;
    private final long id;
    private final String email;
    private final Supplier<NewCustomer> outline;
    private final Supplier<NewCustomer> sections;
    private final Supplier<CustomerJson> json;
    private final Optional<Instant> commentsChangedAt;
    private final Optional<Instant> deletedAt;

    /**
     * Creates a customer.
     *
     * @param id its number among all customers
     * @param email its e-mail address
     * @param sections reads everything that it can be created with
     * @param commentsChangedAt when its comments were last changed, if they ever were
     * @param deletedAt when it was deleted, if it was
     */
    public StoredCustomer(
            CustomerHandle handle,
            long id,
            String email,
            Supplier<NewCustomer> sections,
            Optional<Instant> commentsChangedAt,
            Optional<Instant> deletedAt) {
        this(
                handle,
                id,
                email,
                sections,
                sections,
                () -> CustomerJson.of(sections.get()),
                commentsChangedAt,
                deletedAt);
    }

    /**
     * Creates a customer.
     *
     * @param json everything that it can be created with
     */
    public StoredCustomer(
            CustomerHandle handle,
            long id,
            String email,
            CustomerJson json,
            Optional<Instant> commentsChangedAt,
            Optional<Instant> deletedAt) {
        this(handle, id, email, json::sections, json, commentsChangedAt, deletedAt);
    }

    /**
     * Creates a customer of which a part is quicker to read than the whole.
     *
     * @param outline reads its names, e-mail address and comments
     */
    public StoredCustomer(
            CustomerHandle handle,
            long id,
            String email,
            Supplier<NewCustomer> outline,
            CustomerJson json,
            Optional<Instant> commentsChangedAt,
            Optional<Instant> deletedAt) {
        this(handle, id, email, outline, json::sections, () -> json, commentsChangedAt, deletedAt);
    }

    private StoredCustomer(
            CustomerHandle handle,
            long id,
            String email,
            Supplier<NewCustomer> outline,
            Supplier<NewCustomer> sections,
            Supplier<CustomerJson> json,
            Optional<Instant> commentsChangedAt,
            Optional<Instant> deletedAt) {
        this.handle = handle;
        this.id = id;
        this.email = email;
        this.outline = outline;
        this.sections = sections;
        this.json = json;
        this.commentsChangedAt = commentsChangedAt;
        this.deletedAt = deletedAt;
    }

    /** Returns this customer with other sections. */
    public StoredCustomer with(NewCustomer changed, Optional<Instant> newCommentsChangedAt) {
        return with(changed, Optional.empty(), newCommentsChangedAt);
    }

    /**
     * Returns this customer with other sections.
     *
     * @param sent the JSON that they were read from, if they were
     */
    public StoredCustomer with(NewCustomer changed, Optional<byte[]> sent, Optional<Instant> newCommentsChangedAt) {
        return new StoredCustomer(
                handle,
                id,
                changed.email(),
                () -> changed,
                () -> changed,
                () -> CustomerJson.of(changed, sent),
                newCommentsChangedAt,
                deletedAt);
    }

    public CustomerHandle handle() {
        return handle;
    }

    public long id() {
        return id;
    }

    public String email() {
        return email;
    }

    /** Reads its names, e-mail address and comments, and more only if that takes no longer; each call reads it again. */
    public NewCustomer outline() {
        return outline.get();
    }

    /** Reads everything that it can be created with; each call reads it again. */
    public NewCustomer sections() {
        return sections.get();
    }

    /** Returns the same as JSON. */
    public CustomerJson json() {
        return json.get();
    }

    public Optional<Instant> commentsChangedAt() {
        return commentsChangedAt;
    }

    public Optional<Instant> deletedAt() {
        return deletedAt;
    }

    /** Returns true if it was deleted. */
    public boolean isDeleted() {
        return deletedAt.isPresent();
    }

    /** Shows the handle only. */
    @Override
    public String toString() {
        return "StoredCustomer[" + handle + "]";
    }
}
