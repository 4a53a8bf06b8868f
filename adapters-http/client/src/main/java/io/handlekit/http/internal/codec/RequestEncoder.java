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
import io.handlekit.http.Credentials;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is sent. A create leaves out what is empty. An update sends each section it sets with all its leaves, the empty
 * ones too, so that the outcome is the same whether the service replaces a section or merges it; a cleared section goes
 * out with all leaves empty.
 */
public final class RequestEncoder {
    private RequestEncoder() {}

    public static ObjectNode login(Credentials.Login login) {
        ObjectNode body = Json.object().put("username", login.username()).put("password", login.password());
        putFilled(body, "ip", login.ip());
        return body;
    }

    public static ObjectNode create(NewCustomer draft) {
        ObjectNode body = Json.object();
        putFilled(body, "company_name", draft.companyName());
        putFilled(body, "name", filled(name(draft.name())));
        putFilled(body, "address", filled(address(draft.address())));
        putFilled(body, "phone", filled(phone(draft.phone())));
        putFilled(body, "fax", filled(phone(draft.fax())));
        putFilled(body, "email", draft.email());
        putFilled(body, "vat", draft.vat());
        putFilled(body, "locale", draft.locale());
        putFilled(body, "comments", draft.comments());
        putFilled(body, "tags", tags(draft.tags()));
        putFilled(body, "additional_data", additionalData(draft.additionalData()));
        putFilled(body, "extension_additional_data", extensionData(draft.extensionData()));
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

    private static void putFilled(ObjectNode body, String section, String text) {
        if (!text.isEmpty()) {
            body.put(section, text);
        }
    }

    private static void putFilled(ObjectNode body, String section, JsonNode json) {
        if (!json.isEmpty()) {
            body.set(section, json);
        }
    }

    private static ObjectNode filled(ObjectNode section) {
        section.removeIf(leaf -> leaf.stringValue().isEmpty());
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
