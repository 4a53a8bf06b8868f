package io.handlekit.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.registry.ExtensionField;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.customers.vendor.RawReply;
import io.handlekit.customers.vendor.UnknownMembers;
import io.handlekit.customers.vendor.VendorAnswer;
import io.handlekit.customers.vendor.VendorWarning;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The values that you send to the service and get from it. */
class ValuesTest {
    private static final String SECRET = "5ecret";

    private static final NewCustomer FULL = NewCustomer.builder()
            .companyName(SECRET)
            .name(new PersonName(SECRET, SECRET, SECRET, SECRET))
            .address(new PostalAddress(SECRET, SECRET, SECRET, SECRET, SECRET, SECRET, SECRET))
            .phone(new PhoneNumber(SECRET, SECRET, SECRET))
            .fax(new PhoneNumber(SECRET, SECRET, SECRET))
            .email(SECRET)
            .vat(SECRET)
            .locale(SECRET)
            .comments(SECRET)
            .tag(new CustomerTag(SECRET, SECRET))
            .additionalData(AdditionalData.builder()
                    .put(SECRET, SECRET)
                    .attach(new AttachedFile(SECRET, SECRET, SECRET))
                    .build())
            .extension(ExtensionData.builder(SECRET).put(SECRET, SECRET).build())
            .build();

    @Test
    void a_handle_is_any_text_that_is_not_blank() {
        assertThat(new CustomerHandle("old/handle ?#").value()).isEqualTo("old/handle ?#");
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerHandle(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerHandle(""));
    }

    @Test
    void values_refuse_only_null() {
        assertThat(PersonName.of("", "")).isEqualTo(PersonName.EMPTY);
        assertThatNullPointerException().isThrownBy(() -> PersonName.of(null, "Lovelace"));
        assertThatNullPointerException().isThrownBy(() -> new PhoneNumber("+31", null, "1"));
        assertThatNullPointerException().isThrownBy(() -> NewCustomer.builder().name(null));
        assertThatNullPointerException()
                .isThrownBy(() -> AdditionalData.builder().put("a", null).build());
        assertThatNullPointerException()
                .isThrownBy(() -> NewCustomer.builder()
                        .tags(Arrays.asList(CustomerTag.of("a"), null))
                        .build());
    }

    @Test
    void a_text_that_a_form_lacks_is_empty_so_that_all_mistakes_are_found_at_once() {
        NewCustomer draft = NewCustomer.builder()
                .companyName(null)
                .name(PersonName.builder()
                        .initials(null)
                        .firstName(null)
                        .prefix(null)
                        .lastName(null)
                        .build())
                .address(PostalAddress.builder()
                        .street(null)
                        .number(null)
                        .suffix(null)
                        .zipcode(null)
                        .city(null)
                        .state(null)
                        .country(null)
                        .build())
                .phone(PhoneNumber.builder()
                        .countryCode(null)
                        .areaCode(null)
                        .subscriberNumber(null)
                        .build())
                .email(null)
                .vat(null)
                .locale(null)
                .comments(null)
                .build();

        assertThat(draft).isEqualTo(NewCustomer.builder().build());
        assertThat(CustomerRules.check(draft).errors()).hasSizeGreaterThan(5);
    }

    @Test
    void changes_refuse_null_by_the_name_of_the_argument() {
        Map<String, Consumer<CustomerChanges.Builder>> setters = Map.of(
                "address", changes -> changes.address(null),
                "phone", changes -> changes.phone(null),
                "fax", changes -> changes.fax(null),
                "email", changes -> changes.email(null),
                "vat", changes -> changes.vat(null),
                "locale", changes -> changes.locale(null),
                "comments", changes -> changes.comments(null),
                "tags", changes -> changes.tags(null),
                "additionalData", changes -> changes.additionalData(null),
                "extensionData", changes -> changes.extensionData(null));

        setters.forEach((name, set) -> assertThatNullPointerException()
                .isThrownBy(() -> set.accept(CustomerChanges.builder()))
                .withMessageStartingWith(name + " is null; to keep it, do not set it"));
    }

    @Test
    void one_leaf_is_changed_in_one_line_and_everything_else_stays() {
        UnknownMembers unknown = UnknownMembers.NONE.with("new", "1");
        PostalAddress address = FULL.address().withUnknownMembers(unknown);

        assertThat(address.toBuilder().city("London").build())
                .isEqualTo(new PostalAddress(SECRET, SECRET, SECRET, SECRET, "London", SECRET, SECRET, unknown));
        assertThat(FULL.name().toBuilder().prefix("").build()).isEqualTo(new PersonName(SECRET, SECRET, "", SECRET));
    }

    @Test
    void toBuilder_builds_the_same_value() {
        UnknownMembers unknown = UnknownMembers.NONE.with("new", "1");
        PersonName name = FULL.name().withUnknownMembers(unknown);
        PhoneNumber phone = FULL.phone().withUnknownMembers(unknown);
        PostalAddress address = FULL.address().withUnknownMembers(unknown);
        CustomerTag tag = CustomerTag.builder()
                .key(SECRET)
                .value(SECRET)
                .member("new", "1")
                .build();
        AttachedFile file = AttachedFile.builder()
                .description(SECRET)
                .docType(SECRET)
                .path(SECRET)
                .member("new", "1")
                .build();
        AdditionalData data = FULL.additionalData().toBuilder()
                .attach(file)
                .member("new", "1")
                .build();
        ExtensionData extension = ExtensionData.builder("us")
                .put(SECRET, SECRET)
                .member("new", "1")
                .dataMember("new", "1")
                .build();
        Customer customer = Customer.builder(new CustomerHandle("XX123456-XX"), FULL)
                .id(7)
                .resellerId(8)
                .fullName(SECRET)
                .emailVerificationStatus("ACT")
                .inn(SECRET)
                .deleted(true)
                .build();

        assertThat(name.toBuilder().build()).isEqualTo(name);
        assertThat(phone.toBuilder().build()).isEqualTo(phone);
        assertThat(address.toBuilder().build()).isEqualTo(address);
        assertThat(tag.toBuilder().build()).isEqualTo(tag);
        assertThat(file.toBuilder().build()).isEqualTo(file);
        assertThat(data.toBuilder().build()).isEqualTo(data);
        assertThat(extension.toBuilder().build()).isEqualTo(extension);
        assertThat(customer.toBuilder().build()).isEqualTo(customer);
        assertThat(data.toBuilder().remove(SECRET).build().values()).isEmpty();
        assertThat(extension.toBuilder().remove(SECRET).build().data()).isEmpty();
    }

    @Test
    void one_tag_is_added_or_removed() {
        CustomerTag vip = CustomerTag.of("VIP");
        CustomerTag slow = CustomerTag.of("slow").withUnknownMembers(UnknownMembers.NONE.with("new", "1"));
        NewCustomer draft = NewCustomer.builder().tag(vip).tag(slow).build();
        Customer customer =
                Customer.builder(new CustomerHandle("XX123456-XX"), draft).build();
        CustomerTag late = CustomerTag.of("late");

        assertThat(draft.toBuilder().removeTag(CustomerTag.of("slow")).build().tags())
                .containsExactly(vip);
        assertThat(CustomerChanges.builder()
                        .addTag(customer, late)
                        .removeTag(customer, vip)
                        .build()
                        .tags())
                .isEqualTo(Change.set(List.of(slow, late)));
        assertThat(CustomerChanges.builder()
                        .removeTag(customer, vip)
                        .removeTag(customer, CustomerTag.of("slow"))
                        .build()
                        .tags())
                .isEqualTo(Change.clear());
        assertThat(CustomerChanges.builder()
                        .addTag(customer, vip)
                        .removeTag(customer, late)
                        .build()
                        .tags()
                        .isKeep())
                .isTrue();
    }

    @Test
    void accepted_findings_are_left_out() {
        Finding phone = new Finding(Finding.Severity.ERROR, "phone", 130, "required");
        Finding vat = new Finding(Finding.Severity.WARNING, "vat", 162, "odd");
        Findings findings = new Findings(List.of(phone, vat));

        assertThat(findings.except(finding -> finding.code() == 130)).isEqualTo(new Findings(List.of(vat)));
        assertThat(findings.except(finding -> finding.path().equals("email"))).isEqualTo(findings);
    }

    @Test
    void an_address_is_built_part_by_part() {
        assertThat(PostalAddress.builder()
                        .street("Dorset Street")
                        .number("1")
                        .suffix("b")
                        .zipcode("W1U 4EG")
                        .city("London")
                        .state("Greater London")
                        .country("GB")
                        .build())
                .isEqualTo(new PostalAddress("Dorset Street", "1", "b", "W1U 4EG", "London", "Greater London", "GB"));
    }

    @Test
    void toBuilder_builds_the_same_changes() {
        CustomerChanges set = CustomerChanges.builder()
                .address(FULL.address())
                .phone(FULL.phone())
                .fax(FULL.fax())
                .email("email")
                .vat("vat")
                .locale("locale")
                .comments("comments")
                .tags(FULL.tags())
                .additionalData(FULL.additionalData())
                .extensionData(FULL.extensionData())
                .build();
        CustomerChanges some =
                CustomerChanges.builder().clearVat().email("email").build();

        assertThat(set.toBuilder().build()).isEqualTo(set);
        assertThat(some.toBuilder().build()).isEqualTo(some);
        assertThat(some.toBuilder().clearFax().build()).isNotEqualTo(some);
    }

    @Test
    void no_toString_shows_a_value() {
        CustomerChanges changes = CustomerChanges.builder()
                .address(FULL.address())
                .email(SECRET)
                .tags(FULL.tags())
                .additionalData(FULL.additionalData())
                .build();
        Customer customer = Customer.builder(new CustomerHandle("XX123456-XX"), FULL)
                .fullName(SECRET)
                .inn(SECRET)
                .build();

        for (Object value : List.of(
                FULL,
                FULL.name(),
                FULL.address(),
                FULL.phone(),
                FULL.tags(),
                FULL.additionalData(),
                FULL.additionalData().attachedFiles(),
                FULL.extensionData(),
                changes,
                changes.email(),
                customer,
                VendorAnswer.of(500, 146, SECRET, SECRET),
                new RawReply(502, "text/html", 10, "", SECRET))) {
            assertThat(value.toString()).isNotEmpty().doesNotContain(SECRET);
        }
    }

    @Test
    void toString_names_the_parts_that_are_filled_in() {
        assertThat(NewCustomer.builder()
                        .email("a@b.c")
                        .tag(CustomerTag.of("VIP"))
                        .build())
                .hasToString("NewCustomer[email, tags]");
        assertThat(CustomerChanges.builder().clearFax().email("a@b.c").build())
                .hasToString("CustomerChanges[fax, email]");
        assertThat(new PhoneNumber("+31", "", "1")).hasToString("PhoneNumber[country_code, subscriber_number]");
        assertThat(PersonName.of("Ada", "")).hasToString("PersonName[first_name]");
        assertThat(PostalAddress.builder().city("London").build()).hasToString("PostalAddress[city]");
        assertThat(CustomerTag.of("VIP")).hasToString("CustomerTag[key, value]");
        assertThat(List.of(Change.keep(), Change.set(SECRET), Change.clear())).hasToString("[Keep, Set, Clear]");
        assertThat(new AttachedFile("", "passport", "")).hasToString("AttachedFile[doc_type]");
    }

    @Test
    void toString_of_open_maps_counts_the_fields() {
        AttachedFile file = new AttachedFile("front", "passport", "https://files.example/1");

        assertThat(ExtensionData.builder(SECRET).put(SECRET, "").build()).hasToString("ExtensionData[1 fields]");
        assertThat(AdditionalData.builder().put(SECRET, "").attach(file).build())
                .hasToString("AdditionalData[1 fields, 1 files]");
        assertThat(new VendorWarning(18, SECRET, SECRET)).hasToString("VendorWarning[code 18]");
    }

    @Test
    void customers_are_equal_by_value() {
        assertThat(FULL.toBuilder().build()).isEqualTo(FULL).hasSameHashCodeAs(FULL);
        assertThat(FULL.toBuilder().vat("other").build()).isNotEqualTo(FULL);
        assertThat(CustomerChanges.builder().vat("a").build())
                .isEqualTo(CustomerChanges.builder().vat("a").build())
                .isNotEqualTo(CustomerChanges.builder().clearVat().build());
    }

    @Test
    void a_copy_of_a_customer_differs_only_in_the_changed_parts() {
        Customer customer =
                Customer.builder(new CustomerHandle("XX123456-XX"), FULL).id(7).build();

        NewCustomer renamed =
                NewCustomer.copyOf(customer).name(PersonName.of("Ada", "King")).build();

        assertThat(renamed.name()).isEqualTo(PersonName.of("Ada", "King"));
        assertThat(renamed.toBuilder().name(FULL.name()).build()).isEqualTo(FULL);
    }

    @Test
    void a_built_customer_does_not_change_when_its_builder_changes() {
        NewCustomer.Builder builder = NewCustomer.builder().tag(CustomerTag.of("one"));
        NewCustomer built = builder.build();
        builder.tag(CustomerTag.of("two"));

        assertThat(built.tags()).containsExactly(CustomerTag.of("one"));
    }

    @Test
    void open_maps_keep_order_unknown_names_and_empty_texts() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("zebra", "");
        given.put("birth_date", "1970-01-01");
        AdditionalData data = new AdditionalData(given, List.of());
        given.clear();

        assertThat(data.values()).containsExactly(Map.entry("zebra", ""), Map.entry("birth_date", "1970-01-01"));
        assertThat(data.get(AdditionalField.BIRTH_DATE)).contains("1970-01-01");
        assertThat(data.get("nothing")).isEmpty();
    }

    @Test
    void a_known_field_is_the_field_of_its_wire_name() {
        ExtensionData us = ExtensionData.builder("us")
                .put(ExtensionField.APPLICANT_PURPOSE, "P1")
                .put("nexus_category", "C11")
                .build();

        assertThat(us.data()).containsExactly(Map.entry("applicant_purpose", "P1"), Map.entry("nexus_category", "C11"));
        assertThat(us.get(ExtensionField.NEXUS_CATEGORY)).contains("C11");
        assertThat(us.get(ExtensionField.BIRTH_DATE)).isEmpty();
    }

    @Test
    void setting_an_empty_section_clears_it() {
        CustomerChanges changes = CustomerChanges.builder()
                .vat("")
                .fax(PhoneNumber.EMPTY)
                .tags(List.of())
                .additionalData(AdditionalData.EMPTY)
                .extensionData(List.of())
                .build();

        assertThat(changes.vat()).isEqualTo(Change.clear());
        assertThat(changes.fax()).isEqualTo(Change.clear());
        assertThat(changes.tags()).isEqualTo(Change.clear());
        assertThat(changes.additionalData()).isEqualTo(Change.clear());
        assertThat(changes.extensionData()).isEqualTo(Change.clear());
        assertThat(changes.comments().isKeep()).isTrue();
    }

    @Test
    void a_change_results_in_the_current_the_new_or_the_empty_value() {
        assertThat(Change.<String>keep().applyTo("was", "")).isEqualTo("was");
        assertThat(Change.set("now").applyTo("was", "")).isEqualTo("now");
        assertThat(Change.<String>clear().applyTo("was", "")).isEmpty();
    }

    @Test
    void attached_files_keep_their_order() {
        AttachedFile front = new AttachedFile("front", "passport", "https://files.example/1");
        AttachedFile back = new AttachedFile("back", "passport", "https://files.example/2");

        assertThat(AdditionalData.builder().attach(front).attach(back).build().attachedFiles())
                .containsExactly(front, back);
    }

    @Test
    void attached_files_are_not_a_text_field() {
        AdditionalData.Builder builder = AdditionalData.builder().put("attached_files", "x");

        assertThatIllegalArgumentException().isThrownBy(builder::build);
    }

    @Test
    void a_builder_that_goes_on_does_not_change_what_it_has_built() {
        AdditionalData.Builder additional = AdditionalData.builder().put("a", "1");
        ExtensionData.Builder extension = ExtensionData.builder("us").put("a", "1");
        AdditionalData firstAdditional = additional.build();
        ExtensionData firstExtension = extension.build();

        additional.put("a", "2").remove("b").put("b", "3");
        extension.remove("a").name("nl");

        assertThat(firstAdditional.values()).containsExactly(Map.entry("a", "1"));
        assertThat(firstExtension).isEqualTo(new ExtensionData("us", Map.of("a", "1")));
        assertThat(additional.build().values()).containsExactly(Map.entry("a", "2"), Map.entry("b", "3"));
        assertThat(extension.build()).isEqualTo(new ExtensionData("nl", Map.of()));
    }

    @Test
    void the_fields_of_a_built_value_cannot_be_changed() {
        Map<String, String> values =
                AdditionalData.builder().put("a", "1").build().values();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> values.put("b", "2"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(values::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> values.keySet().remove("a"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> values.entrySet().iterator().next().setValue("2"));
    }
}
