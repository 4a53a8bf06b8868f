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
import io.handlekit.mock.internal.base.ServiceData;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * A writer of customers, as the service shows them. The order of members is the recorded one; members that no recording
 * has stand where they belong by their subject. An empty company name and house number are written, other empty members
 * are left out.
 */
public final class CustomerWriter {
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
        writer.owner(sections, "", true);
        writer.text("locale", sections.locale());
        writer.text("comments", sections.comments());
        writer.tags(sections.tags());
        writer.additionalData(sections);
        out.writeEndObject();
    }

    private void customer(CustomerView shown, boolean isGet, boolean withAdditionalData) {
        Customer customer = shown.customer();
        NewCustomer sections = NewCustomer.copyOf(customer).build();
        out.writeStartObject();
        customer.id().ifPresent(id -> out.writeNumberProperty("id", id));
        owner(sections, customer.fullName(), isGet);
        out.writeStringProperty("handle", customer.handle().value());
        customer.resellerId().ifPresent(id -> out.writeNumberProperty("reseller_id", id));
        text("comments", sections.comments());
        shown.commentsChangedAt()
                .ifPresent(time -> out.writeStringProperty("comments_last_changed_at", ServiceData.time(time)));
        tags(sections.tags());
        text("email_verification_status", customer.emailVerificationStatus());
        text("locale", sections.locale());
        out.writeStringProperty(
                "deleted_at", shown.deletedAt().map(ServiceData::time).orElse(ServiceData.NO_TIME));
        out.writeBooleanProperty("is_deleted", customer.isDeleted());
        if (withAdditionalData) {
            additionalData(sections);
        }
        out.writeEndObject();
    }

    /** Writes who the customer is, and how to reach it. Only a GET shows fax and VAT number. */
    private void owner(NewCustomer sections, String fullName, boolean isGet) {
        out.writeStringProperty("company_name", sections.companyName());
        name(sections.name(), fullName);
        phone("phone", sections.phone());
        if (isGet) {
            phone("fax", sections.fax());
        }
        address(sections.address());
        text("email", sections.email());
        if (isGet) {
            text("vat", sections.vat());
        }
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
