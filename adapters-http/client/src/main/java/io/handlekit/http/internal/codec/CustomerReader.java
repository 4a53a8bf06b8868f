package io.handlekit.http.internal.codec;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one customer. Sections of a wrong type are empty. */
final class CustomerReader {
    private static final List<String> TEXTS =
            List.of("handle", "company_name", "email", "vat", "locale", "comments", "email_verification_status", "inn");
    private static final List<String> NAME = List.of("initials", "first_name", "prefix", "last_name", "full_name");
    private static final List<String> ADDRESS =
            List.of("street", "number", "suffix", "zipcode", "city", "state", "country");
    private static final List<String> PHONE = List.of("country_code", "area_code", "subscriber_number");
    private static final List<String> TAG = List.of("key", "value");
    private static final Members NO_NAME = new Members(NAME);
    private static final Members NO_ADDRESS = new Members(ADDRESS);
    private static final Members NO_PHONE = new Members(PHONE);

    private final JsonReader in;
    private final Members members = new Members(TEXTS);
    private Members name = NO_NAME;
    private Members address = NO_ADDRESS;
    private Members phone = NO_PHONE;
    private Members fax = NO_PHONE;
    private List<Members> tags = List.of();
    private RegistryReader.@Nullable Additional additionalData;
    private List<RegistryReader.Extension> extensions = List.of();
    private OptionalLong id = OptionalLong.empty();
    private OptionalLong resellerId = OptionalLong.empty();
    private boolean deleted;

    private CustomerReader(JsonReader in) {
        this.in = in;
    }

    static CustomerReader read(JsonReader in) {
        CustomerReader customer = new CustomerReader(in);
        for (String name = in.firstMember(); name != null; name = in.nextMember()) {
            customer.member(name);
        }
        return customer;
    }

    private void member(String member) {
        switch (member) {
            case "name" -> name = Members.read(in, NAME);
            case "address" -> address = Members.read(in, ADDRESS);
            case "phone" -> phone = Members.read(in, PHONE);
            case "fax" -> fax = Members.read(in, PHONE);
            case "tags" -> tags = list(in, () -> Members.read(in, TAG));
            case "additional_data" -> additionalData = RegistryReader.Additional.read(in);
            case "extension_additional_data" -> extensions = list(in, () -> RegistryReader.Extension.read(in));
            case "id" -> id = in.lenientInteger();
            case "reseller_id" -> resellerId = in.lenientInteger();
            case "is_deleted" -> deleted = in.isTrue();
            case "comments_last_changed_at", "deleted_at" -> in.skip();
            default -> members.add(in, member);
        }
    }

    static <T> List<T> list(JsonReader in, Supplier<T> element) {
        List<T> list = new ArrayList<>();
        in.elements(() -> list.add(element.get()));
        return list;
    }

    boolean hasHandle() {
        return !members.text("handle").isBlank();
    }

    Customer customer() {
        Customer.Builder customer = Customer.builder(new CustomerHandle(members.text("handle")), sections())
                .fullName(name.text("full_name"))
                .emailVerificationStatus(members.text("email_verification_status"))
                .inn(members.text("inn"))
                .deleted(deleted);
        id.ifPresent(customer::id);
        resellerId.ifPresent(customer::resellerId);
        return customer.build();
    }

    private NewCustomer sections() {
        NewCustomer.Builder sections = NewCustomer.builder()
                .companyName(members.text("company_name"))
                .name(name())
                .address(address())
                .phone(phone(phone))
                .fax(phone(fax))
                .email(members.text("email"))
                .vat(members.text("vat"))
                .locale(members.text("locale"))
                .comments(members.text("comments"))
                .additionalData(additionalData == null ? AdditionalData.EMPTY : additionalData.value())
                .unknownMembers(members.unknown());
        tags.forEach(tag -> sections.tag(tag(tag)));
        extensions.forEach(extension -> sections.extension(extension.value()));
        return sections.build();
    }

    private PersonName name() {
        return new PersonName(
                name.text("initials"),
                name.text("first_name"),
                name.text("prefix"),
                name.text("last_name"),
                name.unknown());
    }

    private PostalAddress address() {
        return new PostalAddress(
                address.text("street"),
                address.text("number"),
                address.text("suffix"),
                address.text("zipcode"),
                address.text("city"),
                address.text("state"),
                address.text("country"),
                address.unknown());
    }

    private static PhoneNumber phone(Members number) {
        return new PhoneNumber(
                number.text("country_code"),
                number.text("area_code"),
                number.text("subscriber_number"),
                number.unknown());
    }

    private static CustomerTag tag(Members tag) {
        return new CustomerTag(tag.text("key"), tag.text("value"), tag.unknown());
    }
}
