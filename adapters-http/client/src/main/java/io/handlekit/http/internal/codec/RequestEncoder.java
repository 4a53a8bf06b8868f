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
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Writes the bodies of requests. A create omits empty members. An update sends each section that it sets with all its
 * members, including empty ones, so that the outcome is the same whether the service replaces or merges a section. A
 * cleared section is sent with all members empty.
 */
public final class RequestEncoder {
    private RequestEncoder() {}

    /** Returns the body of a login; an empty {@code ip} is omitted. */
    public static ObjectNode login(String username, String password, String ip) {
        ObjectNode body = Json.object().put("username", username).put("password", password);
        putIfFilled(body, "ip", ip);
        return body;
    }

    public static ObjectNode create(NewCustomer draft) {
        ObjectNode body = Json.object();
        putIfFilled(body, "company_name", draft.companyName());
        putIfFilled(body, "name", withoutEmpty(name(draft.name())));
        putIfFilled(body, "address", withoutEmpty(address(draft.address())));
        putIfFilled(body, "phone", withoutEmpty(phone(draft.phone())));
        putIfFilled(body, "fax", withoutEmpty(phone(draft.fax())));
        putIfFilled(body, "email", draft.email());
        putIfFilled(body, "vat", draft.vat());
        putIfFilled(body, "locale", draft.locale());
        putIfFilled(body, "comments", draft.comments());
        putIfFilled(body, "tags", tags(draft.tags()));
        putIfFilled(body, "additional_data", additionalData(draft.additionalData()));
        putIfFilled(body, "extension_additional_data", extensionData(draft.extensionData()));
        return body;
    }

    public static ObjectNode update(CustomerHandle handle, CustomerChanges changes) {
        ObjectNode body = Json.object().put("handle", handle.value());
        putChange(body, "address", changes.address(), PostalAddress.EMPTY, RequestEncoder::address);
        putChange(body, "phone", changes.phone(), PhoneNumber.EMPTY, RequestEncoder::phone);
        putChange(body, "fax", changes.fax(), PhoneNumber.EMPTY, RequestEncoder::phone);
        putChange(body, "email", changes.email(), "", StringNode::valueOf);
        putChange(body, "vat", changes.vat(), "", StringNode::valueOf);
        putChange(body, "locale", changes.locale(), "", StringNode::valueOf);
        putChange(body, "comments", changes.comments(), "", StringNode::valueOf);
        putChange(body, "tags", changes.tags(), List.of(), RequestEncoder::tags);
        putChange(
                body,
                "additional_data",
                changes.additionalData(),
                AdditionalData.EMPTY,
                RequestEncoder::additionalData);
        putChange(body, "extension_additional_data", changes.extensionData(), List.of(), RequestEncoder::extensionData);
        return body;
    }

    private static <T> void putChange(
            ObjectNode body, String section, Change<T> change, T empty, Function<T, JsonNode> json) {
        if (!change.isKeep()) {
            body.set(section, json.apply(change.over(empty, empty)));
        }
    }

    private static void putIfFilled(ObjectNode body, String section, String text) {
        if (!text.isEmpty()) {
            body.put(section, text);
        }
    }

    private static void putIfFilled(ObjectNode body, String section, JsonNode json) {
        if (!json.isEmpty()) {
            body.set(section, json);
        }
    }

    private static ObjectNode withoutEmpty(ObjectNode section) {
        section.removeIf(member -> member.stringValue().isEmpty());
        return section;
    }

    private static ObjectNode name(PersonName name) {
        return Json.object()
                .put("initials", name.initials())
                .put("first_name", name.firstName())
                .put("prefix", name.prefix())
                .put("last_name", name.lastName());
    }

    private static ObjectNode address(PostalAddress address) {
        return Json.object()
                .put("street", address.street())
                .put("number", address.number())
                .put("suffix", address.suffix())
                .put("zipcode", address.zipcode())
                .put("city", address.city())
                .put("state", address.state())
                .put("country", address.country());
    }

    private static ObjectNode phone(PhoneNumber number) {
        return Json.object()
                .put("country_code", number.countryCode())
                .put("area_code", number.areaCode())
                .put("subscriber_number", number.subscriberNumber());
    }

    private static ArrayNode tags(List<CustomerTag> tags) {
        ArrayNode array = Json.array();
        for (CustomerTag tag : tags) {
            array.addObject().put("key", tag.key()).put("value", tag.value());
        }
        return array;
    }

    private static ObjectNode additionalData(AdditionalData data) {
        ObjectNode object = Json.object();
        data.values().forEach(object::put);
        if (!data.attachedFiles().isEmpty()) {
            ArrayNode files = object.putArray(AdditionalData.ATTACHED_FILES);
            for (AttachedFile file : data.attachedFiles()) {
                files.addObject()
                        .put("description", file.description())
                        .put("doc_type", file.docType())
                        .put("path", file.path());
            }
        }
        return object;
    }

    private static ArrayNode extensionData(List<ExtensionData> extensions) {
        ArrayNode array = Json.array();
        for (ExtensionData extension : extensions) {
            ObjectNode entry = array.addObject().put("name", extension.name());
            extension.data().forEach(entry.putObject("data")::put);
        }
        return array;
    }
}
