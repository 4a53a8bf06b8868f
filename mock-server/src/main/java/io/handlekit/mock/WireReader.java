package io.handlekit.mock;

import io.handlekit.customers.AdditionalData;
import io.handlekit.customers.AttachedFile;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.ExtensionData;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a customer. A member that is missing or {@code null} was not given; members that nobody knows are noted and
 * passed over; a member of another type than documented is a {@link WireFault}.
 */
final class WireReader {
    private static final String ATTACHED_FILES = "attached_files";
    private static final Set<String> CUSTOMER = Set.of(
            "company_name",
            "name",
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
    private static final Set<String> CHANGES = with(CUSTOMER, "handle");
    private static final Set<String> NAME = Set.of("initials", "first_name", "prefix", "last_name", "full_name");
    private static final Set<String> ADDRESS =
            Set.of("street", "number", "suffix", "zipcode", "city", "state", "country");
    private static final Set<String> PHONE = Set.of("country_code", "area_code", "subscriber_number");
    private static final Set<String> TAG = Set.of("key", "value");
    private static final Set<String> FILE = Set.of("description", "doc_type", "path");
    private static final Set<String> EXTENSION = Set.of("name", "data");

    private final @Nullable Ignored ignored;

    private WireReader(@Nullable Ignored ignored) {
        this.ignored = ignored;
    }

    /**
     * Reads a customer to be created.
     *
     * @param ignored takes the names that nobody knows, if anybody wants them
     */
    static NewCustomer create(Body body, @Nullable Ignored ignored) {
        WireReader reader = new WireReader(ignored);
        body.knowing(CUSTOMER, ignored);
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

    /**
     * Reads changes.
     *
     * @param base what a section given in part is completed with: an empty customer, or the customer as it is now
     */
    static CustomerChanges update(Body body, NewCustomer base, Ignored ignored) {
        WireReader reader = new WireReader(ignored);
        body.knowing(CHANGES, ignored);
        CustomerChanges.Builder changes = CustomerChanges.builder();
        ifGiven(body, "address", () -> changes.address(reader.address(body.object("address"), base.address())));
        ifGiven(body, "phone", () -> changes.phone(reader.phone(body.object("phone"), base.phone())));
        ifGiven(body, "fax", () -> changes.fax(reader.phone(body.object("fax"), base.fax())));
        ifGiven(body, "email", () -> changes.email(body.text("email")));
        ifGiven(body, "vat", () -> changes.vat(body.text("vat")));
        ifGiven(body, "locale", () -> changes.locale(body.text("locale")));
        ifGiven(body, "comments", () -> changes.comments(body.text("comments")));
        ifGiven(body, "tags", () -> changes.tags(reader.tags(body)));
        ifGiven(
                body,
                "additional_data",
                () -> changes.additionalData(
                        reader.additionalData(body.object("additional_data"), base.additionalData())));
        ifGiven(body, "extension_additional_data", () -> changes.extensionData(reader.extensionData(body)));
        return changes.build();
    }

    /** Those of name and company name that a body has otherwise than the customer. */
    static List<String> renamed(Body body, NewCustomer customer) {
        List<String> renamed = new ArrayList<>(0);
        if (!isSo(() ->
                new WireReader(null).name(body.object("name"), customer.name()).equals(customer.name()))) {
            renamed.add("name");
        }
        if (!isSo(() -> body.text("company_name", customer.companyName()).equals(customer.companyName()))) {
            renamed.add("company_name");
        }
        return renamed;
    }

    /** What has another type than a name is not the same name. */
    private static boolean isSo(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (WireFault wrongType) {
            return false;
        }
    }

    private static Set<String> with(Set<String> names, String name) {
        return Stream.concat(names.stream(), Stream.of(name)).collect(Collectors.toUnmodifiableSet());
    }

    private static void ifGiven(Body body, String section, Runnable change) {
        if (body.has(section)) {
            change.run();
        }
    }

    private PersonName name(Body name, PersonName base) {
        name.knowing(NAME, ignored);
        return new PersonName(
                name.text("initials", base.initials()),
                name.text("first_name", base.firstName()),
                name.text("prefix", base.prefix()),
                name.text("last_name", base.lastName()));
    }

    private PostalAddress address(Body address, PostalAddress base) {
        address.knowing(ADDRESS, ignored);
        return new PostalAddress(
                address.text("street", base.street()),
                address.text("number", base.number()),
                address.text("suffix", base.suffix()),
                address.text("zipcode", base.zipcode()),
                address.text("city", base.city()),
                address.text("state", base.state()),
                address.text("country", base.country()));
    }

    private PhoneNumber phone(Body number, PhoneNumber base) {
        number.knowing(PHONE, ignored);
        return new PhoneNumber(
                number.text("country_code", base.countryCode()),
                number.text("area_code", base.areaCode()),
                number.text("subscriber_number", base.subscriberNumber()));
    }

    private List<Tag> tags(Body body) {
        return body.list("tags", tag -> {
            tag.knowing(TAG, ignored);
            return new Tag(tag.text("key"), tag.text("value"));
        });
    }

    private AdditionalData additionalData(Body data, AdditionalData base) {
        Map<String, String> values = new LinkedHashMap<>(base.values());
        data.texts(ATTACHED_FILES, (name, text) -> putOrRemove(values, name, text));
        return new AdditionalData(
                values, data.has(ATTACHED_FILES) ? data.list(ATTACHED_FILES, this::file) : base.attachedFiles());
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
        Map<String, String> data = new LinkedHashMap<>();
        extension.object("data").texts("", (name, text) -> putOrRemove(data, name, text));
        return new ExtensionData(extension.text("name"), data);
    }

    private static void putOrRemove(Map<String, String> texts, String name, String text) {
        if (text.isEmpty()) {
            texts.remove(name);
        } else {
            texts.put(name, text);
        }
    }
}
