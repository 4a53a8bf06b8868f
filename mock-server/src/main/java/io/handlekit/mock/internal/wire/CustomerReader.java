package io.handlekit.mock.internal.wire;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.mock.internal.base.FullName;
import io.handlekit.mock.internal.base.ServiceData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/**
 * A reader of customers. A member that is missing or {@code null} counts as not given. An unknown member is ignored and
 * recorded. A member of another type than documented throws a {@link BadRequest}.
 */
public final class CustomerReader {
    /** The member of a reply that a seed can set: the time of the last change of the comments. */
    public static final String COMMENTS_CHANGED_AT = "comments_last_changed_at";

    private static final String ATTACHED_FILES = "attached_files";

    /** The sections that an update can change. */
    private static final Set<String> SECTIONS = Set.of(
            "address",
            "phone",
            "fax",
            "email",
            "vat",
            "locale",
            "comments",
            "tags",
            "additional_data",
            "extension_additional_data");

    private static final Set<String> CUSTOMER = with(SECTIONS, "company_name", "name");
    private static final Set<String> WITH_HANDLE = with(CUSTOMER, "handle");

    /** Members of replies that a seed cannot set. */
    private static final Set<String> OF_REPLIES =
            Set.of("id", "reseller_id", "email_verification_status", "inn", "is_deleted", "deleted_at");

    /** The values of such members that a new customer has. */
    private static final Map<String, JsonNode> AS_CREATED =
            Map.of("is_deleted", BooleanNode.FALSE, "deleted_at", StringNode.valueOf(ServiceData.NO_TIME));

    private static final Set<String> OF_A_SEED =
            with(with(WITH_HANDLE, COMMENTS_CHANGED_AT), OF_REPLIES.toArray(String[]::new));
    private static final Set<String> NAME = Set.of("initials", "first_name", "prefix", "last_name", "full_name");
    private static final Set<String> ADDRESS =
            Set.of("street", "number", "suffix", "zipcode", "city", "state", "country");
    private static final Set<String> PHONE = Set.of("country_code", "area_code", "subscriber_number");
    private static final Set<String> TAG = Set.of("key", "value");
    private static final Set<String> FILE = Set.of("description", "doc_type", "path");
    private static final Set<String> EXTENSION = Set.of("name", "data");

    private final @Nullable IgnoredMembers ignored;

    private CustomerReader(@Nullable IgnoredMembers ignored) {
        this.ignored = ignored;
    }

    /**
     * Reads a customer to be created.
     *
     * @param ignored collects unknown names; null if they do not matter
     */
    public static NewCustomer create(Body body, @Nullable IgnoredMembers ignored) {
        return create(body, CUSTOMER, ignored);
    }

    /**
     * Reads a customer of a seed, which may name its handle. Members that only replies have are ignored and recorded, as
     * far as the mock will show other values for them.
     */
    public static NewCustomer seed(Body body, IgnoredMembers ignored) {
        NewCustomer read = create(body, OF_A_SEED, ignored);
        body.members().forEach((name, value) -> {
            if (OF_REPLIES.contains(name) && !value.equals(AS_CREATED.get(name))) {
                ignored.note(name);
            }
        });
        return read;
    }

    private static NewCustomer create(Body body, Set<String> known, @Nullable IgnoredMembers ignored) {
        CustomerReader reader = new CustomerReader(ignored);
        body.knowing(known, ignored);
        return NewCustomer.builder()
                .companyName(body.text("company_name"))
                .name(reader.name(body.object("name"), PersonName.EMPTY))
                .address(reader.address(body.object("address"), PostalAddress.EMPTY))
                .phone(reader.phone(body.object("phone"), PhoneNumber.EMPTY))
                .fax(reader.phone(body.object("fax"), PhoneNumber.EMPTY))
                .email(body.text("email"))
                .vat(body.text("vat"))
                .locale(body.text("locale"))
                .comments(body.text("comments"))
                .tags(reader.tags(body))
                .additionalData(reader.additionalData(body.object("additional_data"), AdditionalData.EMPTY))
                .extensionData(reader.extensionData(body))
                .build();
    }

    /** Returns the time of the last change of the comments in a seed. A text that is no time is recorded as ignored. */
    public static Optional<Instant> commentsChangedAt(Body body, IgnoredMembers ignored) {
        JsonNode given = body.members().getOrDefault(COMMENTS_CHANGED_AT, NullNode.getInstance());
        Optional<Instant> time = ServiceData.parse(given.asString(""));
        if (time.isEmpty() && !given.isNull() && !given.asString("").equals(ServiceData.NO_TIME)) {
            ignored.note(COMMENTS_CHANGED_AT);
        }
        return time;
    }

    /**
     * Reads changes.
     *
     * @param body the body, as an update reads it
     * @param old the customer as it is now, whose values missing or empty members may keep
     */
    public static CustomerChanges update(Body body, NewCustomer old, IgnoredMembers ignored) {
        CustomerReader reader = new CustomerReader(ignored);
        body.knowing(WITH_HANDLE, ignored);
        CustomerChanges.Builder changes = CustomerChanges.builder();
        ifGiven(
                body.hasObject("address"),
                () -> changes.address(reader.address(body.object("address"), old.address())));
        ifGiven(body.hasObject("phone"), () -> changes.phone(reader.phone(body.object("phone"), old.phone())));
        ifGiven(body.hasObject("fax"), () -> changes.fax(reader.phone(body.object("fax"), old.fax())));
        ifGiven(body.hasText("email"), () -> changes.email(body.text("email")));
        ifGiven(body.hasText("vat"), () -> changes.vat(body.text("vat")));
        ifGiven(body.hasText("locale"), () -> changes.locale(body.text("locale")));
        ifGiven(body.hasText("comments"), () -> changes.comments(body.text("comments")));
        ifGiven(body.hasList("tags"), () -> changes.tags(reader.tags(body)));
        ifGiven(
                body.hasObject("additional_data"),
                () -> changes.additionalData(
                        reader.additionalData(body.object("additional_data"), old.additionalData())));
        ifGiven(body.hasList("extension_additional_data"), () -> changes.extensionData(reader.extensionData(body)));
        return changes.build();
    }

    /** Returns true if an update replaces all sections that it can change. */
    public static boolean replacesAll(Body body) {
        return body.replacesAll(SECTIONS);
    }

    /** Returns true if a create with the same body would store these names. */
    public static boolean hasNames(Body body, NewCustomer customer) {
        return holds(() -> new CustomerReader(null)
                        .name(body.object("name"), PersonName.EMPTY)
                        .equals(customer.name())
                && body.text("company_name").equals(customer.companyName()));
    }

    /** Returns which of name and company name differ between a body and the customer. */
    public static List<String> renamed(Body body, NewCustomer customer, IgnoredMembers ignored) {
        List<String> renamed = new ArrayList<>(0);
        if (!holds(() -> isStillNamed(body, customer, ignored))) {
            renamed.add("name");
        }
        if (!holds(
                () -> !body.hasText("company_name") || body.text("company_name").equals(customer.companyName()))) {
            renamed.add("company_name");
        }
        return renamed;
    }

    private static boolean isStillNamed(Body body, NewCustomer customer, IgnoredMembers ignored) {
        return !body.hasObject("name")
                || new CustomerReader(ignored)
                        .name(body.object("name").completing(), customer.name())
                        .equals(customer.name());
    }

    /** Returns false also if a member has another type than a name. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (BadRequest refused) {
            if (refused.kind() == BadRequest.Kind.REFUSED) {
                throw refused;
            }
            return false;
        }
    }

    private static Set<String> with(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static void ifGiven(boolean given, Runnable change) {
        if (given) {
            change.run();
        }
    }

    /** Reads a name. The full name has no effect, because the service puts it together itself. */
    private PersonName name(Body name, PersonName old) {
        name.knowing(NAME, ignored);
        PersonName read = new PersonName(
                name.text("initials", old.initials()),
                name.text("first_name", old.firstName()),
                name.text("prefix", old.prefix()),
                name.text("last_name", old.lastName()));
        if (ignored != null
                && name.hasText("full_name")
                && !name.text("full_name").equals(FullName.of(read))) {
            ignored.note("name.full_name");
        }
        return read;
    }

    private PostalAddress address(Body address, PostalAddress old) {
        address.knowing(ADDRESS, ignored);
        return new PostalAddress(
                address.text("street", old.street()),
                address.text("number", old.number()),
                address.text("suffix", old.suffix()),
                address.text("zipcode", old.zipcode()),
                address.text("city", old.city()),
                address.text("state", old.state()),
                address.text("country", old.country()));
    }

    private PhoneNumber phone(Body number, PhoneNumber old) {
        number.knowing(PHONE, ignored);
        return new PhoneNumber(
                number.text("country_code", old.countryCode()),
                number.text("area_code", old.areaCode()),
                number.text("subscriber_number", old.subscriberNumber()));
    }

    private List<CustomerTag> tags(Body body) {
        return body.list("tags", tag -> {
            tag.knowing(TAG, ignored);
            return new CustomerTag(tag.text("key"), tag.text("value"));
        });
    }

    private AdditionalData additionalData(Body data, AdditionalData old) {
        return new AdditionalData(
                data.texts(ATTACHED_FILES, old.values()), data.list(ATTACHED_FILES, this::file, old.attachedFiles()));
    }

    private AttachedFile file(Body file) {
        file.knowing(FILE, ignored);
        return new AttachedFile(file.text("description"), file.text("doc_type"), file.text("path"));
    }

    private List<ExtensionData> extensionData(Body body) {
        return body.list("extension_additional_data", this::extension);
    }

    private ExtensionData extension(Body extension) {
        extension.knowing(EXTENSION, ignored);
        return new ExtensionData(
                extension.text("name"), extension.object("data").texts("", Map.of()));
    }
}
