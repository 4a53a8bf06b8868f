package io.handlekit.conformance.golden;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.registry.ExtensionField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The golden exchanges, as JSON files written by hand and as values of the domain. */
public final class Goldens {
    /** The path and query of the request that {@code list-reply.json} answers. */
    public static final String LIST_PATH = "/customers?limit=25&offset=0&order=ASC&order_by=last_name"
            + "&last_name_pattern=Love*&type=company&with_additional_data=true";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Goldens() {}

    public static byte[] bytes(String name) {
        try (InputStream in = Goldens.class.getResourceAsStream("/golden/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] bytes(Object tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    public static JsonNode tree(String name) {
        return tree(bytes(name));
    }

    public static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    /** Returns {@code create-request.json}, which has every field, each with a value of its own. */
    public static NewCustomer newCustomer() {
        return NewCustomer.builder()
                .companyName("Analytical Engines Ltd")
                .name(new PersonName("A.A.L.", "Ada Augusta", "van de", "Lovelace"))
                .address(new PostalAddress("Herengracht", "12", "bis", "1017 BX", "Amsterdam", "Noord-Holland", "NL"))
                .phone(new PhoneNumber("+31", "20", "5551234"))
                .fax(new PhoneNumber("+32", "2", "5556789"))
                .email("ada@engines.example")
                .vat("NL123456789B01")
                .locale("en_GB")
                .comments("First line\nsecond “line” – Ω")
                .tag(CustomerTag.of("VIP"))
                .tag(CustomerTag.of("wholesale"))
                .additionalData(everyAdditionalField())
                .extension(everyExtensionField())
                .extension(ExtensionData.builder("us")
                        .put(ExtensionField.NEXUS_CATEGORY, "C11")
                        .put(ExtensionField.APPLICANT_PURPOSE, "P3")
                        .build())
                .build();
    }

    /** Returns {@code get-reply.json}, the same customer as read from the service. */
    static Customer customer() {
        return Customer.builder(new CustomerHandle("AL900001-NL"), newCustomer())
                .id(1)
                .resellerId(100_001)
                .fullName("Ada Augusta van de Lovelace")
                .build();
    }

    /** Returns {@link #LIST_PATH} as a query. */
    static CustomerQuery query() {
        return CustomerQuery.all()
                .where(CustomerQuery.Field.LAST_NAME, "Love*")
                .type(CustomerQuery.CustomerType.COMPANY)
                .ascending(CustomerQuery.Sort.LAST_NAME)
                .limit(25)
                .withAdditionalData(true);
    }

    /** Returns {@code list-reply.json}, a page with the same customer alone. */
    static CustomerPage page() {
        return new CustomerPage(List.of(ListedCustomer.of(customer())), 1);
    }

    private static AdditionalData everyAdditionalField() {
        AdditionalData.Builder data = AdditionalData.builder();
        for (AdditionalField field : AdditionalField.values()) {
            data.put(field, "additional " + field.wireName());
        }
        return data.put(AdditionalField.BIRTH_DATE, "1970-01-02")
                .put(AdditionalField.COMPANY_REGISTRATION_SUBSCRIPTION_DATE, "2000-03-04")
                .put(AdditionalField.BIRTH_COUNTRY, "BE")
                .put(AdditionalField.HEADQUARTERS_COUNTRY, "LU")
                .attach(new AttachedFile("scan of a passport", "passport", "https://files.example/1"))
                .attach(new AttachedFile("extract of the register", "id", "https://files.example/2"))
                .build();
    }

    private static ExtensionData everyExtensionField() {
        ExtensionData.Builder data = ExtensionData.builder("ru");
        for (ExtensionField field : ExtensionField.values()) {
            data.put(field, "extension " + field.wireName());
        }
        return data.build();
    }

    /** Returns {@code update-request.json}, the request in the vendor's article on modifying a handle. */
    static CustomerChanges changes() {
        return CustomerChanges.builder()
                .address(PostalAddress.builder()
                        .street("Test street")
                        .number("1")
                        .suffix("A")
                        .zipcode("0123")
                        .city("Test city")
                        .state("Testprovince")
                        .country("NL")
                        .build())
                .phone(new PhoneNumber("+01", "10", "123456"))
                .fax(new PhoneNumber("+01", "001", "123456"))
                .email("test@mail.tld")
                .vat("NL123456789X11")
                .locale("nl_NL")
                .comments("Some comment here")
                .tags(List.of(CustomerTag.of("VIP")))
                .additionalData(articleAdditionalData())
                .extensionData(List.of(articleExtensionData()))
                .build();
    }

    private static AdditionalData articleAdditionalData() {
        return AdditionalData.builder()
                .put(AdditionalField.BIRTH_ADDRESS, "test street 45")
                .put(AdditionalField.BIRTH_CITY, "Test city")
                .put(AdditionalField.BIRTH_COUNTRY, "NL")
                .put(AdditionalField.BIRTH_DATE, "1970-01-01")
                .put(AdditionalField.BIRTH_STATE, "Testprovince")
                .put(AdditionalField.BIRTH_ZIPCODE, "0123")
                .put(AdditionalField.CIF_NIF_NUMBER, "")
                .put(AdditionalField.COMPANY_REGISTRATION_CITY, "Testcity")
                .put(AdditionalField.COMPANY_REGISTRATION_NUMBER, "12345678")
                .put(AdditionalField.COMPANY_REGISTRATION_SUBSCRIPTION_DATE, "2000-01-01")
                .put(AdditionalField.COST_CATEGORY, "")
                .put(AdditionalField.COST_CENTER, "")
                .put(AdditionalField.HEADQUARTERS_ADDRESS, "Test street 5")
                .put(AdditionalField.HEADQUARTERS_CITY, "Testcity")
                .put(AdditionalField.HEADQUARTERS_COUNTRY, "NL")
                .put(AdditionalField.HEADQUARTERS_STATE, "Testprovince")
                .put(AdditionalField.HEADQUARTERS_ZIPCODE, "0123")
                .put(AdditionalField.INTERNAL_REFERENCE, "")
                .put(AdditionalField.PASSPORT_NUMBER, "0123456")
                .put(AdditionalField.PROJECT_CODE, "")
                .put(AdditionalField.PURCHASE_ORDER_NUMBER, "")
                .put(AdditionalField.SOCIAL_SECURITY_NUMBER, "6543210")
                .build();
    }

    private static ExtensionData articleExtensionData() {
        return ExtensionData.builder("ru")
                .put(ExtensionField.ADMIN_TYPE, "1")
                .put(ExtensionField.APPLICANT_PURPOSE, "P3")
                .put(ExtensionField.BIRTH_DATE, "1970-01-01")
                .put(ExtensionField.COMPANY_NAME_CYRILLIC, "Example company")
                .put(ExtensionField.COMPANY_NAME_LATIN, "Example company")
                .put(ExtensionField.COMPANY_REGISTRATION_NUMBER, "XX123456789X11")
                .put(ExtensionField.CONTACT_TITLE, "CEO")
                .put(ExtensionField.ENS_AUTH_ID, "")
                .put(ExtensionField.ENS_KEY, "")
                .put(ExtensionField.FIRST_NAME_CYRILLIC, "Test")
                .put(ExtensionField.FIRST_NAME_LATIN, "Test")
                .put(ExtensionField.HR_MEMBER, "")
                .put(ExtensionField.INDUSTRY_CLASS, "19")
                .put(ExtensionField.IS_PRIVATE_ENTERPRENEUR, "")
                .put(ExtensionField.LAST_NAME_CYRILLIC, "Person")
                .put(ExtensionField.LAST_NAME_LATIN, "Person")
                .put(ExtensionField.LEGAL_ADDRESS_CYRILLIC, "13245 Country, City, street, 2")
                .put(ExtensionField.MIDDLE_NAME_CYRILLIC, "Nikolaevich")
                .put(ExtensionField.MIDDLE_NAME_LATIN, "Nikolaevich")
                .put(ExtensionField.MOBILE_PHONE_NUMBER, "+7 (123) 456-78-90")
                .put(ExtensionField.NEXUS_CATEGORY, "C31")
                .put(ExtensionField.ORG_TYPE, "1")
                .put(ExtensionField.PASSPORT_ISSUE_DATE, "2009-01-11")
                .put(ExtensionField.PASSPORT_ISSUER, "Issuer name")
                .put(ExtensionField.PASSPORT_NUMBER, "12345678")
                .put(ExtensionField.PASSPORT_SERIES, "1234")
                .put(ExtensionField.POSTAL_ADDRESS_CYRILLIC, "12345 Country, City, street, 1")
                .put(ExtensionField.SOCIAL_SECURITY_NUMBER, "X123455123X")
                .put(ExtensionField.TAX_PAYER_NUMBER, "1345678")
                .put(ExtensionField.UIN, "12345-6")
                .put(ExtensionField.USER_TYPE, "Individual")
                .put(ExtensionField.VAT, "12345678")
                .put(ExtensionField.WEBSITE, "http://example.com")
                .put(ExtensionField.WHOIS_EMAIL, "test@mail.tld")
                .build();
    }
}
