package io.handlekit.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.CustomerQuery.Sort;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries, pages, and the customers on a page. */
class ListingValuesTest {
    private static final String SECRET = "5ecret";
    private static final PhoneNumber FAX = new PhoneNumber("+32", "2", "5556789");
    private static final NewCustomer SECTIONS = NewCustomer.builder()
            .companyName(SECRET)
            .name(PersonName.of(SECRET, SECRET))
            .address(PostalAddress.builder().city(SECRET).build())
            .phone(new PhoneNumber("+31", "20", SECRET))
            .fax(FAX)
            .email(SECRET)
            .vat("NL123456789B01")
            .locale("nl_NL")
            .comments(SECRET)
            .tag(CustomerTag.of(SECRET))
            .additionalData(AdditionalData.builder().put(SECRET, SECRET).build())
            .extension(ExtensionData.builder("ru").put(SECRET, SECRET).build())
            .build();
    private static final Customer CUSTOMER = customer("7701234567");
    private static final CustomerQuery FULL = CustomerQuery.all()
            .where(Field.EMAIL, SECRET)
            .type(CustomerQuery.CustomerType.COMPANY)
            .descending(Sort.LAST_NAME)
            .limit(50)
            .offset(100)
            .withAdditionalData(true);

    private static Customer customer(String inn) {
        return Customer.builder(new CustomerHandle("XX123456-XX"), SECTIONS)
                .id(7)
                .resellerId(8)
                .fullName(SECRET)
                .emailVerificationStatus("ACT")
                .inn(inn)
                .deleted(true)
                .build();
    }

    @Test
    void a_query_for_all_requests_the_first_hundred_customers() {
        CustomerQuery all = CustomerQuery.all();

        assertThat(all.patterns()).isEmpty();
        assertThat(all.type()).isEmpty();
        assertThat(all.sort()).isEmpty();
        assertThat(all.isDescending()).isFalse();
        assertThat(all.limit()).isEqualTo(100);
        assertThat(all.offset()).isZero();
        assertThat(all.withAdditionalData()).isFalse();
    }

    @Test
    void a_query_keeps_all_its_settings() {
        assertThat(FULL.patterns()).containsOnlyKeys(Field.EMAIL).containsValue(SECRET);
        assertThat(FULL.type()).contains(CustomerQuery.CustomerType.COMPANY);
        assertThat(FULL.sort()).contains(Sort.LAST_NAME);
        assertThat(FULL.isDescending()).isTrue();
        assertThat(FULL.limit()).isEqualTo(50);
        assertThat(FULL.offset()).isEqualTo(100);
        assertThat(FULL.withAdditionalData()).isTrue();
    }

    @Test
    void patterns_for_several_fields_are_kept_when_other_settings_change() {
        CustomerQuery query = CustomerQuery.all()
                .where(Field.EMAIL, "a*")
                .where(Field.COMMENT, "b*")
                .limit(5)
                .where(Field.EMAIL, "c*");

        assertThat(query.patterns()).containsOnly(entry(Field.EMAIL, "c*"), entry(Field.COMMENT, "b*"));
    }

    @Test
    void a_query_does_not_change_when_others_are_made_from_it() {
        CustomerQuery query = CustomerQuery.all().where(Field.EMAIL, "a*");
        List<CustomerQuery> others = List.of(
                query.where(Field.EMAIL, "b*"),
                query.where(Field.COMMENT, "b*"),
                query.type(CustomerQuery.CustomerType.INDIVIDUAL),
                query.ascending(Sort.ID),
                query.descending(Sort.ID),
                query.limit(1),
                query.offset(1),
                query.withAdditionalData(true));

        assertThat(query).isEqualTo(CustomerQuery.all().where(Field.EMAIL, "a*"));
        assertThat(others).doesNotContain(query).doesNotHaveDuplicates();
        assertThat(query).hasSameHashCodeAs(CustomerQuery.all().where(Field.EMAIL, "a*"));
        assertThat(CustomerQuery.all().patterns()).isEmpty();
    }

    @Test
    void values_that_differ_have_different_hash_codes() {
        Customer other = customer("");

        assertThat(CustomerQuery.all()).doesNotHaveSameHashCodeAs(FULL);
        assertThat(CUSTOMER).doesNotHaveSameHashCodeAs(other);
        assertThat(SECTIONS)
                .doesNotHaveSameHashCodeAs(SECTIONS.toBuilder().vat("").build());
        assertThat(CustomerChanges.builder().vat("a").build())
                .doesNotHaveSameHashCodeAs(CustomerChanges.builder().vat("b").build());
        assertThat(ListedCustomer.of(CUSTOMER))
                .doesNotHaveSameHashCodeAs(ListedCustomer.of(
                        Customer.builder(CUSTOMER.handle(), SECTIONS).build()));
    }

    @Test
    void a_customer_keeps_the_parts_that_the_service_adds() {
        assertThat(CUSTOMER.fullName()).isEqualTo(SECRET);
        assertThat(CUSTOMER.emailVerificationStatus()).isEqualTo("ACT");
        assertThat(CUSTOMER.inn()).isEqualTo("7701234567");
        assertThat(CUSTOMER).isNotEqualTo(customer(""));
    }

    @Test
    void the_last_sort_replaces_the_previous_one() {
        CustomerQuery query = CustomerQuery.all().descending(Sort.ID).ascending(Sort.EMAIL);

        assertThat(query.sort()).contains(Sort.EMAIL);
        assertThat(query.isDescending()).isFalse();
    }

    @Test
    void an_empty_pattern_is_refused_since_the_service_would_list_all_customers() {
        assertThatThrownBy(() -> CustomerQuery.all().where(Field.EMAIL, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("empty pattern for EMAIL; leave the field out to match every customer");
        assertThat(CustomerQuery.all().where(Field.EMAIL, " ").patterns()).containsEntry(Field.EMAIL, " ");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_001, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void a_page_has_one_to_a_thousand_customers(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerQuery.all().limit(limit));
        assertThat(CustomerQuery.all().limit(1).limit(1_000).limit()).isEqualTo(1_000);
    }

    @Test
    void an_offset_is_not_negative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerQuery.all().offset(-1));
        assertThat(CustomerQuery.all().offset(Integer.MAX_VALUE).offset()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void a_query_refuses_null() {
        CustomerQuery all = CustomerQuery.all();

        assertThatNullPointerException().isThrownBy(() -> all.where(Field.EMAIL, null));
        assertThatNullPointerException().isThrownBy(() -> all.where(null, "a*"));
        assertThatNullPointerException().isThrownBy(() -> all.where(null, ""));
        assertThatNullPointerException().isThrownBy(() -> all.type(null));
        assertThatNullPointerException().isThrownBy(() -> all.ascending(null));
    }

    @Test
    void the_patterns_of_a_query_are_unmodifiable() {
        assertThat(FULL.patterns()).isUnmodifiable();
    }

    @Test
    void fields_have_the_vendor_s_names_on_the_wire() {
        assertThat(Stream.of(Field.values()).map(Field::wireName))
                .containsExactlyInAnyOrder(
                        "handle_pattern",
                        "email_pattern",
                        "first_name_pattern",
                        "last_name_pattern",
                        "company_name_pattern",
                        "comment_pattern",
                        "pattern");
        assertThat(Stream.of(CustomerQuery.CustomerType.values()).map(CustomerQuery.CustomerType::wireName))
                .containsExactlyInAnyOrder("company", "individual");
        assertThat(Stream.of(Sort.values()).map(Sort::wireName))
                .containsExactlyInAnyOrder("id", "handle", "email", "first_name", "last_name", "company_name");
    }

    @Test
    void a_page_does_not_change_when_the_given_list_changes() {
        List<ListedCustomer> given = new ArrayList<>(List.of(ListedCustomer.of(CUSTOMER)));
        CustomerPage page = new CustomerPage(given, 1);
        given.clear();

        assertThat(page.customers())
                .containsExactly(ListedCustomer.of(CUSTOMER))
                .isUnmodifiable();
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerPage(List.of(), -1));
        assertThatNullPointerException().isThrownBy(() -> new CustomerPage(Arrays.asList((ListedCustomer) null), 1));
    }

    @Test
    void a_listed_customer_lacks_fax_vat_and_tax_number_and_nothing_else() {
        ListedCustomer listed = ListedCustomer.of(CUSTOMER);

        assertThat(listed.handle()).isEqualTo(CUSTOMER.handle());
        assertThat(listed.companyName()).isEqualTo(CUSTOMER.companyName());
        assertThat(listed.name()).isEqualTo(CUSTOMER.name());
        assertThat(listed.address()).isEqualTo(CUSTOMER.address());
        assertThat(listed.phone()).isEqualTo(CUSTOMER.phone());
        assertThat(listed.email()).isEqualTo(CUSTOMER.email());
        assertThat(listed.locale()).isEqualTo(CUSTOMER.locale());
        assertThat(listed.comments()).isEqualTo(CUSTOMER.comments());
        assertThat(listed.tags()).isEqualTo(CUSTOMER.tags());
        assertThat(listed.additionalData()).isEqualTo(CUSTOMER.additionalData());
        assertThat(listed.extensionData()).isEqualTo(CUSTOMER.extensionData());
        assertThat(listed.id()).hasValue(7);
        assertThat(listed.resellerId()).hasValue(8);
        assertThat(listed.fullName()).isEqualTo(CUSTOMER.fullName());
        assertThat(listed.emailVerificationStatus()).isEqualTo(CUSTOMER.emailVerificationStatus());
        assertThat(listed.isDeleted()).isTrue();
    }

    @Test
    void listed_customers_are_equal_if_all_parts_that_a_list_shows_are() {
        NewCustomer bare = SECTIONS.toBuilder().fax(PhoneNumber.EMPTY).vat("").build();
        ListedCustomer listed = ListedCustomer.of(CUSTOMER);

        assertThat(listed)
                .isEqualTo(ListedCustomer.of(customer("")))
                .hasSameHashCodeAs(ListedCustomer.of(customer("")));
        assertThat(ListedCustomer.of(
                        Customer.builder(CUSTOMER.handle(), SECTIONS).build()))
                .isEqualTo(ListedCustomer.of(
                        Customer.builder(CUSTOMER.handle(), bare).build()))
                .isNotEqualTo(listed);
    }

    @Test
    void no_toString_shows_a_value() {
        ListedCustomer listed = ListedCustomer.of(CUSTOMER);

        for (Object value : Set.of(FULL, listed, new CustomerPage(List.of(listed), 9))) {
            assertThat(value.toString()).isNotEmpty().doesNotContain(SECRET, "NL1234", "7701", "5556789");
        }
        assertThat(FULL).hasToString("CustomerQuery[[EMAIL], limit=50, offset=100]");
        assertThat(new CustomerPage(List.of(listed), 9)).hasToString("CustomerPage[1 of 9]");
    }
}
