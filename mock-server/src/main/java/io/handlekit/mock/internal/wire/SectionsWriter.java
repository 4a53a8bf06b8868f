package io.handlekit.mock.internal.wire;

import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.mock.internal.base.FullName;
import io.handlekit.mock.internal.base.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** A writer of {@link CustomerLines}. */
final class SectionsWriter {
    private final JsonGenerator out;

    private SectionsWriter(JsonGenerator out) {
        this.out = out;
    }

    /** Returns a customer in lines. */
    static byte[] lines(NewCustomer sections) {
        return Json.write(out -> new SectionsWriter(out).all(sections));
    }

    private void all(NewCustomer sections) {
        out.writeRaw(CustomerLines.END);
        out.writeStartObject();
        out.writeStringProperty("company_name", sections.companyName());
        name(sections.name());
        phone("phone", sections.phone());
        out.writeRaw(CustomerLines.END);
        phone("fax", sections.fax());
        out.writeRaw(CustomerLines.END);
        address(sections.address());
        text("email", sections.email());
        out.writeRaw(CustomerLines.END);
        text("vat", sections.vat());
        out.writeRaw(CustomerLines.END);
        text("comments", sections.comments());
        out.writeRaw(CustomerLines.END);
        tags(sections.tags());
        out.writeRaw(CustomerLines.END);
        text("locale", sections.locale());
        out.writeRaw(CustomerLines.END);
        additionalData(sections);
        out.writeRaw(CustomerLines.END);
        out.writeEndObject();
    }

    private void name(PersonName name) {
        out.writeObjectPropertyStart("name");
        text("initials", name.initials());
        text("first_name", name.firstName());
        text("prefix", name.prefix());
        text("last_name", name.lastName());
        text("full_name", FullName.of(name));
        out.writeEndObject();
    }

    private void address(PostalAddress address) {
        out.writeObjectPropertyStart("address");
        text("street", address.street());
        out.writeStringProperty("number", address.number());
        text("suffix", address.suffix());
        text("zipcode", address.zipcode());
        text("city", address.city());
        text("country", address.country());
        text("state", address.state());
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
        if (!tags.isEmpty()) {
            out.writeArrayPropertyStart("tags");
            for (CustomerTag tag : tags) {
                out.writeStartObject();
                text("key", tag.key());
                text("value", tag.value());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
    }

    private void additionalData(NewCustomer sections) {
        if (!sections.additionalData().isEmpty()) {
            additionalData(sections.additionalData());
        }
        if (!sections.extensionData().isEmpty()) {
            extensions(sections.extensionData());
        }
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
