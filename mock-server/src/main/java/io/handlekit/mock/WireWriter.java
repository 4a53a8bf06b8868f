package io.handlekit.mock;

import io.handlekit.customers.AttachedFile;
import io.handlekit.customers.Customer;
import io.handlekit.customers.ExtensionData;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.Tag;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a customer as the service shows it: what is empty is left out. */
final class WireWriter {
    private WireWriter() {}

    static ObjectNode customer(Customer customer, boolean withAdditionalData) {
        ObjectNode data = object();
        customer.id().ifPresent(id -> data.put("id", id));
        customer.resellerId().ifPresent(id -> data.put("reseller_id", id));
        data.put("handle", customer.handle().value());
        put(data, "company_name", customer.companyName());
        put(data, "name", name(customer.name(), customer.fullName()));
        put(data, "address", address(customer.address()));
        put(data, "phone", phone(customer.phone()));
        put(data, "fax", phone(customer.fax()));
        put(data, "email", customer.email());
        put(data, "vat", customer.vat());
        put(data, "locale", customer.locale());
        put(data, "comments", customer.comments());
        data.put("is_deleted", customer.isDeleted());
        tags(customer, data.putArray("tags"));
        if (withAdditionalData) {
            data.set("additional_data", additionalData(customer));
            extensions(customer, data.putArray("extension_additional_data"));
        }
        return data;
    }

    private static ObjectNode name(PersonName name, String fullName) {
        ObjectNode object = object();
        put(object, "initials", name.initials());
        put(object, "first_name", name.firstName());
        put(object, "prefix", name.prefix());
        put(object, "last_name", name.lastName());
        put(object, "full_name", fullName);
        return object;
    }

    private static ObjectNode address(PostalAddress address) {
        ObjectNode object = object();
        put(object, "street", address.street());
        put(object, "number", address.number());
        put(object, "suffix", address.suffix());
        put(object, "zipcode", address.zipcode());
        put(object, "city", address.city());
        put(object, "state", address.state());
        put(object, "country", address.country());
        return object;
    }

    private static ObjectNode phone(PhoneNumber number) {
        ObjectNode object = object();
        put(object, "country_code", number.countryCode());
        put(object, "area_code", number.areaCode());
        put(object, "subscriber_number", number.subscriberNumber());
        return object;
    }

    private static void tags(Customer customer, ArrayNode array) {
        for (Tag tag : customer.tags()) {
            array.addObject().put("key", tag.key()).put("value", tag.value());
        }
    }

    private static ObjectNode additionalData(Customer customer) {
        ObjectNode object = texts(customer.additionalData().values());
        if (!customer.additionalData().attachedFiles().isEmpty()) {
            ArrayNode files = object.putArray("attached_files");
            for (AttachedFile file : customer.additionalData().attachedFiles()) {
                ObjectNode entry = files.addObject();
                put(entry, "description", file.description());
                put(entry, "doc_type", file.docType());
                put(entry, "path", file.path());
            }
        }
        return object;
    }

    private static void extensions(Customer customer, ArrayNode array) {
        for (ExtensionData extension : customer.extensionData()) {
            array.addObject().put("name", extension.name()).set("data", texts(extension.data()));
        }
    }

    private static ObjectNode texts(Map<String, String> values) {
        ObjectNode object = object();
        values.forEach(object::put);
        return object;
    }

    private static void put(ObjectNode object, String name, String text) {
        if (!text.isEmpty()) {
            object.put(name, text);
        }
    }

    private static void put(ObjectNode object, String name, ObjectNode section) {
        if (!section.isEmpty()) {
            object.set(name, section);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
