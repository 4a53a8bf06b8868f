package io.handlekit.http.internal.codec;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.http.internal.base.HeaderText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the data of replies. Unknown members are ignored. A missing or {@code null} text is empty. A number or a
 * boolean in place of a text is read as text.
 */
public final class ReplyDecoder {
    private ReplyDecoder() {}

    public static CustomerHandle handle(JsonNode data) {
        return new CustomerHandle(required(data, "handle"));
    }

    public static String token(JsonNode data) {
        String token = required(data, "token");
        if (!HeaderText.isToken(token)) {
            throw new UnreadableReply("data.token is not printable ASCII without spaces");
        }
        return token;
    }

    public static @Nullable Void success(JsonNode data) {
        if (data.path("success").isBoolean() && !data.path("success").booleanValue()) {
            throw new UnreadableReply("data.success is false despite code 0");
        }
        return null;
    }

    public static Customer customer(JsonNode data) {
        NewCustomer sections = NewCustomer.builder()
                .companyName(text(data, "company_name"))
                .name(name(data.path("name")))
                .address(address(data.path("address")))
                .phone(phone(data.path("phone")))
                .fax(phone(data.path("fax")))
                .email(text(data, "email"))
                .vat(text(data, "vat"))
                .locale(text(data, "locale"))
                .comments(text(data, "comments"))
                .tags(elements(data, "tags").map(ReplyDecoder::tag).toList())
                .additionalData(additionalData(data.path("additional_data")))
                .extensionData(elements(data, "extension_additional_data")
                        .map(ReplyDecoder::extension)
                        .toList())
                .build();
        Customer.Builder customer = Customer.builder(handle(data), sections)
                .fullName(text(data.path("name"), "full_name"))
                .emailVerificationStatus(text(data, "email_verification_status"))
                .inn(text(data, "inn"))
                .deleted(data.path("is_deleted").asBoolean(false));
        data.path("id").asLongOpt().ifPresent(customer::id);
        data.path("reseller_id").asLongOpt().ifPresent(customer::resellerId);
        return customer.build();
    }

    /**
     * Returns a page. The service may leave out empty members: a missing list is empty, and a missing total beside it
     * is 0. A missing total beside customers is an error, because a caller who walks the pages relies on it.
     */
    public static CustomerPage page(JsonNode data) {
        JsonNode results = data.path("results");
        if (!data.isObject() || !(results.isArray() || isAbsent(results))) {
            throw new UnreadableReply("data.results is not a list");
        }
        List<ListedCustomer> customers =
                elements(data, "results").map(ReplyDecoder::listed).toList();
        return new CustomerPage(customers, total(data.path("total"), customers.isEmpty()));
    }

    private static ListedCustomer listed(JsonNode result) {
        if (text(result, "handle").isBlank()) {
            throw new UnreadableReply("an entry of data.results has no handle");
        }
        return ListedCustomer.of(customer(result));
    }

    private static long total(JsonNode total, boolean mayBeAbsent) {
        if (mayBeAbsent && isAbsent(total)) {
            return 0;
        }
        if (!total.isIntegralNumber() || !total.canConvertToLong() || total.longValue() < 0) {
            throw new UnreadableReply("data.total is not a number of customers");
        }
        return total.longValue();
    }

    private static PersonName name(JsonNode name) {
        return new PersonName(
                text(name, "initials"), text(name, "first_name"), text(name, "prefix"), text(name, "last_name"));
    }

    private static PostalAddress address(JsonNode address) {
        return new PostalAddress(
                text(address, "street"),
                text(address, "number"),
                text(address, "suffix"),
                text(address, "zipcode"),
                text(address, "city"),
                text(address, "state"),
                text(address, "country"));
    }

    private static PhoneNumber phone(JsonNode number) {
        return new PhoneNumber(
                text(number, "country_code"), text(number, "area_code"), text(number, "subscriber_number"));
    }

    private static CustomerTag tag(JsonNode tag) {
        return new CustomerTag(text(tag, "key"), text(tag, "value"));
    }

    private static AdditionalData additionalData(JsonNode data) {
        AdditionalData.Builder builder = AdditionalData.builder();
        data.forEachEntry((name, value) -> {
            if (isText(value) && !name.equals(AdditionalData.ATTACHED_FILES)) {
                builder.put(name, value.asString());
            }
        });
        elements(data, AdditionalData.ATTACHED_FILES)
                .map(file -> new AttachedFile(text(file, "description"), text(file, "doc_type"), text(file, "path")))
                .forEach(builder::attach);
        return builder.build();
    }

    private static ExtensionData extension(JsonNode extension) {
        ExtensionData.Builder builder = ExtensionData.builder(text(extension, "name"));
        extension.path("data").forEachEntry((name, value) -> {
            if (isText(value)) {
                builder.put(name, value.asString());
            }
        });
        return builder.build();
    }

    private static Stream<JsonNode> elements(JsonNode object, String name) {
        JsonNode array = object.path(name);
        return array.isArray() ? array.valueStream() : Stream.of();
    }

    private static String required(JsonNode data, String name) {
        String text = text(data, name);
        if (text.isBlank()) {
            throw new UnreadableReply("data." + name + " is missing");
        }
        return text;
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return "";
        }
        if (!isText(value)) {
            throw new UnreadableReply(name + " is not a text");
        }
        return value.asString();
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static boolean isText(JsonNode value) {
        return value.isString() || value.isNumber() || value.isBoolean();
    }

    /** A reply whose data does not have the expected form. The message names a member and never a value. */
    public static final class UnreadableReply extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnreadableReply(String message) {
            super(message);
        }
    }
}
