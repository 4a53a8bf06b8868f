package io.handlekit.http.internal.codec;

import io.handlekit.customers.Change;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.vendor.UnknownMembers;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the bodies of requests. A create omits empty members. An update sends each section that it sets with all its
 * members, including empty ones, so that the outcome is the same whether the service replaces or merges a section. A
 * cleared section is sent with all members empty. Unknown members are sent as they came.
 */
public final class RequestEncoder {
    private final JsonGenerator out;

    private RequestEncoder(JsonGenerator out) {
        this.out = out;
    }

    /** Returns the body of a login; an empty {@code ip} is omitted. */
    public static byte[] login(String username, String password, String ip) {
        return Json.write(out -> {
            out.writeStartObject();
            out.writeStringProperty("username", username);
            out.writeStringProperty("password", password);
            new RequestEncoder(out).filledText("ip", ip);
            out.writeEndObject();
        });
    }

    public static byte[] create(NewCustomer draft) {
        return Json.write(out -> new RequestEncoder(out).draft(draft));
    }

    public static byte[] update(CustomerHandle handle, CustomerChanges changes) {
        return Json.write(out -> new RequestEncoder(out).changes(handle, changes));
    }

    private void draft(NewCustomer draft) {
        out.writeStartObject();
        filledText("company_name", draft.companyName());
        filled("name", draft.name(), PersonName.EMPTY, this::filledName);
        filled("address", draft.address(), PostalAddress.EMPTY, (name, address) -> address(name, address, false));
        filled("phone", draft.phone(), PhoneNumber.EMPTY, (name, number) -> phone(name, number, false));
        filled("fax", draft.fax(), PhoneNumber.EMPTY, (name, number) -> phone(name, number, false));
        filledText("email", draft.email());
        filledText("vat", draft.vat());
        filledText("locale", draft.locale());
        filledText("comments", draft.comments());
        filled("tags", draft.tags(), List.of(), this::tags);
        filled("additional_data", draft.additionalData(), AdditionalData.EMPTY, this::additionalData);
        filled("extension_additional_data", draft.extensionData(), List.of(), this::extensionData);
        unknown(draft.unknownMembers());
        out.writeEndObject();
    }

    private void changes(CustomerHandle handle, CustomerChanges changes) {
        out.writeStartObject();
        out.writeStringProperty("handle", handle.value());
        change("address", changes.address(), PostalAddress.EMPTY, (name, address) -> address(name, address, true));
        change("phone", changes.phone(), PhoneNumber.EMPTY, (name, number) -> phone(name, number, true));
        change("fax", changes.fax(), PhoneNumber.EMPTY, (name, number) -> phone(name, number, true));
        change("email", changes.email(), "", out::writeStringProperty);
        change("vat", changes.vat(), "", out::writeStringProperty);
        change("locale", changes.locale(), "", out::writeStringProperty);
        change("comments", changes.comments(), "", out::writeStringProperty);
        change("tags", changes.tags(), List.of(), this::tags);
        change("additional_data", changes.additionalData(), AdditionalData.EMPTY, this::additionalData);
        change("extension_additional_data", changes.extensionData(), List.of(), this::extensionData);
        unknown(changes.unknownMembers());
        out.writeEndObject();
    }

    private static <T> void change(String section, Change<T> change, T empty, BiConsumer<String, T> writer) {
        if (!change.isKeep()) {
            writer.accept(section, change.applyTo(empty, empty));
        }
    }

    private static <T> void filled(String section, T value, T empty, BiConsumer<String, T> writer) {
        if (!value.equals(empty)) {
            writer.accept(section, value);
        }
    }

    private void filledText(String name, String text) {
        if (!text.isEmpty()) {
            out.writeStringProperty(name, text);
        }
    }

    private void text(String name, String text, boolean withEmpty) {
        if (withEmpty || !text.isEmpty()) {
            out.writeStringProperty(name, text);
        }
    }

    private void filledName(String section, PersonName name) {
        out.writeObjectPropertyStart(section);
        filledText("initials", name.initials());
        filledText("first_name", name.firstName());
        filledText("prefix", name.prefix());
        filledText("last_name", name.lastName());
        end(name.unknownMembers());
    }

    private void address(String section, PostalAddress address, boolean withEmpty) {
        out.writeObjectPropertyStart(section);
        text("street", address.street(), withEmpty);
        text("number", address.number(), withEmpty);
        text("suffix", address.suffix(), withEmpty);
        text("zipcode", address.zipcode(), withEmpty);
        text("city", address.city(), withEmpty);
        text("state", address.state(), withEmpty);
        text("country", address.country(), withEmpty);
        end(address.unknownMembers());
    }

    private void phone(String section, PhoneNumber number, boolean withEmpty) {
        out.writeObjectPropertyStart(section);
        text("country_code", number.countryCode(), withEmpty);
        text("area_code", number.areaCode(), withEmpty);
        text("subscriber_number", number.subscriberNumber(), withEmpty);
        end(number.unknownMembers());
    }

    private void tags(String section, List<CustomerTag> tags) {
        out.writeArrayPropertyStart(section);
        for (CustomerTag tag : tags) {
            out.writeStartObject();
            out.writeStringProperty("key", tag.key());
            out.writeStringProperty("value", tag.value());
            end(tag.unknownMembers());
        }
        out.writeEndArray();
    }

    private void additionalData(String section, AdditionalData data) {
        out.writeObjectPropertyStart(section);
        data.values().forEach(out::writeStringProperty);
        if (!data.attachedFiles().isEmpty()) {
            out.writeArrayPropertyStart(AdditionalData.ATTACHED_FILES);
            data.attachedFiles().forEach(this::file);
            out.writeEndArray();
        }
        end(data.unknownMembers());
    }

    private void file(AttachedFile file) {
        out.writeStartObject();
        out.writeStringProperty("description", file.description());
        out.writeStringProperty("doc_type", file.docType());
        out.writeStringProperty("path", file.path());
        end(file.unknownMembers());
    }

    private void extensionData(String section, List<ExtensionData> extensions) {
        out.writeArrayPropertyStart(section);
        for (ExtensionData extension : extensions) {
            out.writeStartObject();
            out.writeStringProperty("name", extension.name());
            out.writeObjectPropertyStart("data");
            extension.data().forEach(out::writeStringProperty);
            end(extension.unknownData());
            end(extension.unknownMembers());
        }
        out.writeEndArray();
    }

    private void end(UnknownMembers unknown) {
        unknown(unknown);
        out.writeEndObject();
    }

    private void unknown(UnknownMembers unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        unknown.json().forEach((name, json) -> {
            out.writeName(name);
            out.writeRawValue(json);
        });
    }
}
