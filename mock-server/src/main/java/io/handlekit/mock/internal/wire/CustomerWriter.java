package io.handlekit.mock.internal.wire;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A writer of customers, as the service shows them: without empty texts and numbers, but with empty lists. */
public final class CustomerWriter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String NO_TIME = "0000-00-00 00:00:00";

    private final JsonGenerator out;

    private CustomerWriter(JsonGenerator out) {
        this.out = out;
    }

    /** Writes a customer as a GET shows it. */
    public static void customer(JsonGenerator out, CustomerView shown, boolean withAdditionalData) {
        new CustomerWriter(out).customer(shown, true, withAdditionalData);
    }

    /** Writes a customer as a list shows it. */
    public static void listed(JsonGenerator out, CustomerView shown, boolean withAdditionalData) {
        new CustomerWriter(out).customer(shown, false, withAdditionalData);
    }

    /** Writes everything that a customer can be created with. */
    public static void sections(JsonGenerator out, NewCustomer sections) {
        CustomerWriter writer = new CustomerWriter(out);
        out.writeStartObject();
        writer.name(sections.name(), "");
        writer.sections(sections, true);
        writer.additionalData(sections.additionalData());
        writer.extensions(sections.extensionData());
        out.writeEndObject();
    }

    /** Returns a time as the service writes it; zeros if there is none. */
    public static String time(Optional<Instant> time) {
        return time.map(TIME::format).orElse(NO_TIME);
    }

    private void customer(CustomerView shown, boolean isGet, boolean withAdditionalData) {
        Customer customer = shown.customer();
        NewCustomer sections = NewCustomer.copyOf(customer).build();
        out.writeStartObject();
        customer.id().ifPresent(id -> out.writeNumberProperty("id", id));
        customer.resellerId().ifPresent(id -> out.writeNumberProperty("reseller_id", id));
        out.writeStringProperty("handle", customer.handle().value());
        name(customer.name(), customer.fullName());
        sections(sections, isGet);
        text("email_verification_status", customer.emailVerificationStatus());
        out.writeStringProperty("comments_last_changed_at", time(shown.commentsChangedAt()));
        out.writeBooleanProperty("is_deleted", customer.isDeleted());
        out.writeStringProperty("deleted_at", time(shown.deletedAt()));
        if (withAdditionalData) {
            additionalData(sections.additionalData());
            extensions(sections.extensionData());
        }
        out.writeEndObject();
    }

    /**
     * Writes everything except name and additional data. An empty company name was observed in replies, other empty texts
     * were not. Only a GET shows fax and VAT number.
     */
    private void sections(NewCustomer sections, boolean isGet) {
        out.writeStringProperty("company_name", sections.companyName());
        address(sections.address());
        phone("phone", sections.phone());
        if (isGet) {
            phone("fax", sections.fax());
            text("vat", sections.vat());
        }
        text("email", sections.email());
        text("locale", sections.locale());
        text("comments", sections.comments());
        tags(sections.tags());
    }

    private void name(PersonName name, String fullName) {
        out.writeObjectPropertyStart("name");
        text("initials", name.initials());
        text("first_name", name.firstName());
        text("prefix", name.prefix());
        text("last_name", name.lastName());
        text("full_name", fullName);
        out.writeEndObject();
    }

    private void address(PostalAddress address) {
        out.writeObjectPropertyStart("address");
        text("street", address.street());
        text("number", address.number());
        text("suffix", address.suffix());
        text("zipcode", address.zipcode());
        text("city", address.city());
        text("state", address.state());
        text("country", address.country());
        out.writeEndObject();
    }

    private void phone(String section, PhoneNumber number) {
        if (!number.isEmpty()) {
            out.writeObjectPropertyStart(section);
            text("country_code", number.countryCode());
            text("area_code", number.areaCode());
            text("subscriber_number", number.subscriberNumber());
            out.writeEndObject();
        }
    }

    private void tags(List<CustomerTag> tags) {
        out.writeArrayPropertyStart("tags");
        for (CustomerTag tag : tags) {
            out.writeStartObject();
            text("key", tag.key());
            text("value", tag.value());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void additionalData(AdditionalData data) {
        out.writeObjectPropertyStart("additional_data");
        texts(data.values());
        if (!data.attachedFiles().isEmpty()) {
            out.writeArrayPropertyStart("attached_files");
            data.attachedFiles().forEach(this::file);
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void file(AttachedFile file) {
        out.writeStartObject();
        text("description", file.description());
        text("doc_type", file.docType());
        text("path", file.path());
        out.writeEndObject();
    }

    private void extensions(List<ExtensionData> extensions) {
        out.writeArrayPropertyStart("extension_additional_data");
        for (ExtensionData extension : extensions) {
            out.writeStartObject();
            text("name", extension.name());
            out.writeObjectPropertyStart("data");
            texts(extension.data());
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void texts(Map<String, String> values) {
        values.forEach(this::text);
    }

    private void text(String name, String text) {
        if (!text.isEmpty()) {
            out.writeStringProperty(name, text);
        }
    }
}
