package io.handlekit.mock;

import io.handlekit.customers.AdditionalData;
import io.handlekit.customers.AttachedFile;
import io.handlekit.customers.Customer;
import io.handlekit.customers.ExtensionData;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.Tag;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes a customer as the service shows it: empty texts and numbers are left out, empty lists are not. */
final class WireWriter {
    private final JsonGenerator out;

    private WireWriter(JsonGenerator out) {
        this.out = out;
    }

    /** Writes one object. */
    static void customer(JsonGenerator out, Customer customer, boolean withAdditionalData) {
        new WireWriter(out).write(customer, withAdditionalData);
    }

    private void write(Customer customer, boolean withAdditionalData) {
        out.writeStartObject();
        customer.id().ifPresent(id -> out.writeNumberProperty("id", id));
        customer.resellerId().ifPresent(id -> out.writeNumberProperty("reseller_id", id));
        out.writeStringProperty("handle", customer.handle().value());
        text("company_name", customer.companyName());
        name(customer.name(), customer.fullName());
        address(customer.address());
        phone("phone", customer.phone());
        phone("fax", customer.fax());
        text("email", customer.email());
        text("vat", customer.vat());
        text("locale", customer.locale());
        text("comments", customer.comments());
        out.writeBooleanProperty("is_deleted", customer.isDeleted());
        tags(customer.tags());
        if (withAdditionalData) {
            additionalData(customer.additionalData());
            extensions(customer.extensionData());
        }
        out.writeEndObject();
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

    private void tags(List<Tag> tags) {
        out.writeArrayPropertyStart("tags");
        for (Tag tag : tags) {
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
