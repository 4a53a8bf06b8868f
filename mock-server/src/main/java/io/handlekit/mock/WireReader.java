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
import java.util.List;

/**
 * Reads the bodies of create and update. A member that is missing or {@code null} was not given; members that nobody
 * knows are passed over; a member of another type than documented is a {@link WireFault}.
 */
final class WireReader {
    private static final String ATTACHED_FILES = "attached_files";

    private WireReader() {}

    static NewCustomer create(Body body) {
        return NewCustomer.builder()
                .companyName(body.text("company_name"))
                .name(name(body.object("name")))
                .address(address(body.object("address")))
                .phone(phone(body.object("phone")))
                .fax(phone(body.object("fax")))
                .email(body.text("email"))
                .vat(body.text("vat"))
                .locale(body.text("locale"))
                .comments(body.text("comments"))
                .tags(tags(body))
                .additionalData(additionalData(body.object("additional_data")))
                .extensionData(extensionData(body))
                .build();
    }

    /** Name and company name are not looked at: the service keeps them for good. Nor is the handle: the path has it. */
    static CustomerChanges update(Body body) {
        CustomerChanges.Builder changes = CustomerChanges.builder();
        ifGiven(body, "address", () -> changes.address(address(body.object("address"))));
        ifGiven(body, "phone", () -> changes.phone(phone(body.object("phone"))));
        ifGiven(body, "fax", () -> changes.fax(phone(body.object("fax"))));
        ifGiven(body, "email", () -> changes.email(body.text("email")));
        ifGiven(body, "vat", () -> changes.vat(body.text("vat")));
        ifGiven(body, "locale", () -> changes.locale(body.text("locale")));
        ifGiven(body, "comments", () -> changes.comments(body.text("comments")));
        ifGiven(body, "tags", () -> changes.tags(tags(body)));
        ifGiven(body, "additional_data", () -> changes.additionalData(additionalData(body.object("additional_data"))));
        ifGiven(body, "extension_additional_data", () -> changes.extensionData(extensionData(body)));
        return changes.build();
    }

    private static void ifGiven(Body body, String section, Runnable change) {
        if (body.has(section)) {
            change.run();
        }
    }

    private static PersonName name(Body name) {
        return new PersonName(
                name.text("initials"), name.text("first_name"), name.text("prefix"), name.text("last_name"));
    }

    private static PostalAddress address(Body address) {
        return new PostalAddress(
                address.text("street"),
                address.text("number"),
                address.text("suffix"),
                address.text("zipcode"),
                address.text("city"),
                address.text("state"),
                address.text("country"));
    }

    private static PhoneNumber phone(Body number) {
        return new PhoneNumber(number.text("country_code"), number.text("area_code"), number.text("subscriber_number"));
    }

    private static List<Tag> tags(Body body) {
        return body.list("tags", tag -> new Tag(tag.text("key"), tag.text("value")));
    }

    private static AdditionalData additionalData(Body data) {
        AdditionalData.Builder builder = AdditionalData.builder();
        data.texts(ATTACHED_FILES, builder::put);
        data.list(ATTACHED_FILES, WireReader::file).forEach(builder::attach);
        return builder.build();
    }

    private static AttachedFile file(Body file) {
        return new AttachedFile(file.text("description"), file.text("doc_type"), file.text("path"));
    }

    private static List<ExtensionData> extensionData(Body body) {
        return body.list("extension_additional_data", WireReader::extension);
    }

    private static ExtensionData extension(Body extension) {
        ExtensionData.Builder builder = ExtensionData.builder(extension.text("name"));
        extension.object("data").texts("", builder::put);
        return builder.build();
    }
}
