package io.handlekit.benchmarks.client;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The limit of the codec: the same parser and generator, used as directly as possible. It trusts the reply: a wrong type
 * anywhere is an exception.
 */
@NullUnmarked
final class StreamingByHand {
    private static final JsonFactory FACTORY = new JsonFactory();

    private StreamingByHand() {}

    static PlainCustomer read(byte[] reply) {
        PlainCustomer customer = null;
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), reply)) {
            in.nextToken();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                if (name.equals("data")) {
                    customer = customer(in);
                } else {
                    in.skipChildren();
                }
            }
        }
        return customer;
    }

    private static PlainCustomer customer(JsonParser in) {
        PlainCustomer customer = new PlainCustomer();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "handle" -> customer.handle = in.getString();
                case "id" -> customer.id = in.getLongValue();
                case "reseller_id" -> customer.reseller_id = in.getLongValue();
                case "company_name" -> customer.company_name = in.getString();
                case "name" -> customer.name = name(in);
                case "address" -> customer.address = address(in);
                case "phone" -> customer.phone = phone(in);
                case "fax" -> customer.fax = phone(in);
                case "email" -> customer.email = in.getString();
                case "vat" -> customer.vat = in.getString();
                case "locale" -> customer.locale = in.getString();
                case "comments" -> customer.comments = in.getString();
                case "tags" -> customer.tags = tags(in);
                case "additional_data" -> customer.additional_data = texts(in);
                case "extension_additional_data" -> customer.extension_additional_data = extensions(in);
                default -> in.skipChildren();
            }
        }
        return customer;
    }

    private static PlainCustomer.Name name(JsonParser in) {
        PlainCustomer.Name name = new PlainCustomer.Name();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String member = in.currentName();
            in.nextToken();
            switch (member) {
                case "initials" -> name.initials = in.getString();
                case "first_name" -> name.first_name = in.getString();
                case "prefix" -> name.prefix = in.getString();
                case "last_name" -> name.last_name = in.getString();
                case "full_name" -> name.full_name = in.getString();
                default -> in.skipChildren();
            }
        }
        return name;
    }

    private static PlainCustomer.Address address(JsonParser in) {
        PlainCustomer.Address address = new PlainCustomer.Address();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String member = in.currentName();
            in.nextToken();
            switch (member) {
                case "street" -> address.street = in.getString();
                case "number" -> address.number = in.getString();
                case "suffix" -> address.suffix = in.getString();
                case "zipcode" -> address.zipcode = in.getString();
                case "city" -> address.city = in.getString();
                case "state" -> address.state = in.getString();
                case "country" -> address.country = in.getString();
                default -> in.skipChildren();
            }
        }
        return address;
    }

    private static PlainCustomer.Phone phone(JsonParser in) {
        PlainCustomer.Phone phone = new PlainCustomer.Phone();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String member = in.currentName();
            in.nextToken();
            switch (member) {
                case "country_code" -> phone.country_code = in.getString();
                case "area_code" -> phone.area_code = in.getString();
                case "subscriber_number" -> phone.subscriber_number = in.getString();
                default -> in.skipChildren();
            }
        }
        return phone;
    }

    private static List<PlainCustomer.Tag> tags(JsonParser in) {
        List<PlainCustomer.Tag> tags = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            PlainCustomer.Tag tag = new PlainCustomer.Tag();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String member = in.currentName();
                in.nextToken();
                switch (member) {
                    case "key" -> tag.key = in.getString();
                    case "value" -> tag.value = in.getString();
                    default -> in.skipChildren();
                }
            }
            tags.add(tag);
        }
        return tags;
    }

    private static List<PlainCustomer.Extension> extensions(JsonParser in) {
        List<PlainCustomer.Extension> extensions = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            PlainCustomer.Extension extension = new PlainCustomer.Extension();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String member = in.currentName();
                in.nextToken();
                switch (member) {
                    case "name" -> extension.name = in.getString();
                    case "data" -> extension.data = texts(in);
                    default -> in.skipChildren();
                }
            }
            extensions.add(extension);
        }
        return extensions;
    }

    private static Map<String, String> texts(JsonParser in) {
        Map<String, String> texts = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String member = in.currentName();
            in.nextToken();
            texts.put(member, in.getString());
        }
        return texts;
    }

    static byte[] write(PlainCustomer customer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            text(out, "company_name", customer.company_name);
            out.writeObjectPropertyStart("name");
            text(out, "initials", customer.name.initials);
            text(out, "first_name", customer.name.first_name);
            text(out, "prefix", customer.name.prefix);
            text(out, "last_name", customer.name.last_name);
            out.writeEndObject();
            out.writeObjectPropertyStart("address");
            text(out, "street", customer.address.street);
            text(out, "number", customer.address.number);
            text(out, "suffix", customer.address.suffix);
            text(out, "zipcode", customer.address.zipcode);
            text(out, "city", customer.address.city);
            text(out, "state", customer.address.state);
            text(out, "country", customer.address.country);
            out.writeEndObject();
            phone(out, "phone", customer.phone);
            phone(out, "fax", customer.fax);
            text(out, "email", customer.email);
            text(out, "vat", customer.vat);
            text(out, "locale", customer.locale);
            text(out, "comments", customer.comments);
            out.writeArrayPropertyStart("tags");
            for (PlainCustomer.Tag tag : customer.tags) {
                out.writeStartObject();
                text(out, "key", tag.key);
                text(out, "value", tag.value);
                out.writeEndObject();
            }
            out.writeEndArray();
            texts(out, "additional_data", customer.additional_data);
            out.writeArrayPropertyStart("extension_additional_data");
            for (PlainCustomer.Extension extension : customer.extension_additional_data) {
                out.writeStartObject();
                text(out, "name", extension.name);
                texts(out, "data", extension.data);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void phone(JsonGenerator out, String name, PlainCustomer.Phone phone) {
        out.writeObjectPropertyStart(name);
        text(out, "country_code", phone.country_code);
        text(out, "area_code", phone.area_code);
        text(out, "subscriber_number", phone.subscriber_number);
        out.writeEndObject();
    }

    private static void texts(JsonGenerator out, String name, Map<String, String> texts) {
        out.writeObjectPropertyStart(name);
        texts.forEach((member, text) -> text(out, member, text));
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String name, String text) {
        if (text != null && !text.isEmpty()) {
            out.writeStringProperty(name, text);
        }
    }
}
