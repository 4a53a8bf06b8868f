package io.handlekit.mock.internal.engine;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.validation.TextRules;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.JsonEncoding;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.CustomerReader;
import io.handlekit.mock.internal.wire.IgnoredMembers;
import io.handlekit.mock.internal.wire.SeedBodies;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Customers to store all at once: a JSON array of the bodies of creates, each with or without a handle, or replies of the
 * service. An unknown member of a body is refused, because it may be misspelt. An unknown member of a reply is ignored
 * and reported. Immutable.
 */
public final class CustomerSeed {
    private static final Behaviour STRICT = Behaviour.defaults().with(Switch.UnknownFields.REFUSE);
    private static final int MOST_IGNORED = 50;

    /** Imported handles look different from new ones, but each has a path of its own. */
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_-]{1,50}");

    private final List<Entry> entries;
    private final List<String> ignored;

    private CustomerSeed(List<Entry> entries) {
        this.entries = entries;
        ignored = entries.stream()
                .flatMap(entry -> entry.ignored().stream())
                .distinct()
                .limit(MOST_IGNORED)
                .toList();
    }

    /**
     * Reads customers, without checking whether they can be stored.
     *
     * @throws InvalidSeed with the first thing that is wrong with the JSON
     */
    public static CustomerSeed read(byte[] json) {
        if (!JsonEncoding.isValid(json)) {
            throw InvalidSeed.of(new BadRequest(
                    BadRequest.Kind.MALFORMED_JSON,
                    "the encoding is not UTF-8, UTF-16 or UTF-32 but another one, such as Windows-1252; use UTF-8"));
        }
        try {
            return new CustomerSeed(
                    SeedBodies.read(json).stream().map(Entry::read).toList());
        } catch (BadRequest refused) {
            throw InvalidSeed.of(refused);
        }
    }

    /** Returns the customers, in their order. */
    public List<Entry> entries() {
        return entries;
    }

    /** Returns the members of customers that have no effect, each once; at most 50. */
    public List<String> ignored() {
        return ignored;
    }

    /**
     * Checks every customer.
     *
     * @param form throws a {@link VendorError} or a {@link BadRequest} for a customer that would not be created
     * @param taken whether another customer has this handle
     * @throws InvalidSeed for the first customer that cannot be stored
     */
    void check(Consumer<NewCustomer> form, Predicate<CustomerHandle> taken) {
        Set<CustomerHandle> before = new HashSet<>();
        for (Entry entry : entries) {
            try {
                form.accept(entry.draft());
            } catch (VendorError error) {
                throw InvalidSeed.of(entry.path(), error);
            } catch (BadRequest refused) {
                throw InvalidSeed.of(entry.path(), refused);
            }
            if (entry.handle()
                    .filter(handle -> !before.add(handle) || taken.test(handle))
                    .isPresent()) {
                throw InvalidSeed.taken(entry.path());
            }
        }
    }

    /**
     * One customer.
     *
     * @param path its path in the JSON
     * @param handle its handle, if one is named
     * @param draft what a create would send
     * @param commentsChangedAt when its comments were last changed, if known
     * @param ignored the members that have no effect
     */
    public record Entry(
            String path,
            Optional<CustomerHandle> handle,
            NewCustomer draft,
            Optional<Instant> commentsChangedAt,
            Set<String> ignored) {
        private static Entry read(SeedBodies.Element element) {
            IgnoredMembers ignored = new IgnoredMembers(element.isReply() ? Behaviour.defaults() : STRICT);
            NewCustomer draft = CustomerReader.seed(element.body(), ignored);
            Optional<Instant> commentsChangedAt = CustomerReader.commentsChangedAt(element.body(), ignored);
            Optional<CustomerHandle> handle = Optional.of(element.body().text("handle"))
                    .filter(text -> !TextRules.isBlank(text))
                    .map(text -> handle(element.path(), text));
            Set<String> names = new TreeSet<>();
            ignored.names().forEach(name -> names.add(relative(element.path(), name)));
            return new Entry(element.path(), handle, draft, commentsChangedAt, names);
        }

        private static CustomerHandle handle(String path, String text) {
            if (!HANDLE.matcher(text).matches()) {
                throw InvalidSeed.noHandle(path);
            }
            return new CustomerHandle(text);
        }

        private static String relative(String path, String name) {
            return !path.isEmpty() && name.startsWith(path + ".") ? name.substring(path.length() + 1) : name;
        }

        /** Shows the handle only. */
        @Override
        public String toString() {
            return "Entry[" + handle + "]";
        }
    }
}
