package io.handlekit.customers.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.policy.Ensured.Done;
import io.handlekit.customers.policy.FakeCustomers.CreateFault;
import io.handlekit.customers.policy.FakeCustomers.ReadFault;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReuseHandleTest {
    private static final NewCustomer FULL = Drafts.ADA.toBuilder()
            .companyName("Engines Ltd")
            .fax(new PhoneNumber("+44", "20", "79460001"))
            .vat("GB123456789")
            .locale("en_GB")
            .comments("pays late")
            .tags(List.of(CustomerTag.of("VIP"), CustomerTag.of("slow")))
            .additionalData(
                    AdditionalData.builder().put("birth_date", "1815-12-10").build())
            .extension(
                    ExtensionData.builder("us").put("applicant_purpose", "P1").build())
            .build();

    private final VirtualTime time = new VirtualTime();
    private final FakeCustomers service = new FakeCustomers(time);
    private final ReuseHandle handles = ReuseHandle.over(service);

    private Ensured ensure(Optional<CustomerHandle> current, NewCustomer wanted) {
        service.calls.clear();
        CompletableFuture<Ensured> outcome = handles.ensure(current, wanted).toCompletableFuture();
        assertThat(outcome).isCompleted();
        return outcome.join();
    }

    private CustomersFailure failure(Optional<CustomerHandle> current, NewCustomer wanted) {
        return (CustomersFailure) handles.ensure(current, wanted)
                .toCompletableFuture()
                .handle((ensured, failure) -> failure)
                .join();
    }

    /** A customer that differs in one part, and the name of this part. */
    record Variant(String differsIn, NewCustomer customer) {
        @Override
        public String toString() {
            return differsIn;
        }
    }

    static Stream<Variant> withOtherSections() {
        return Stream.of(
                new Variant(
                        "suffix",
                        FULL.toBuilder()
                                .address(new PostalAddress("Dorset Street", "1", "b", "W1U 4EG", "London", "", "GB"))
                                .build()),
                new Variant(
                        "phone",
                        FULL.toBuilder()
                                .phone(new PhoneNumber("+44", "20", "79460009"))
                                .build()),
                new Variant("fax", FULL.toBuilder().fax(PhoneNumber.EMPTY).build()),
                new Variant("vat", FULL.toBuilder().vat("").build()),
                new Variant("locale", FULL.toBuilder().locale("nl_NL").build()),
                new Variant("comments", FULL.toBuilder().comments("").build()),
                new Variant(
                        "tags",
                        FULL.toBuilder().tags(List.of(CustomerTag.of("VIP"))).build()),
                new Variant(
                        "additional data",
                        FULL.toBuilder().additionalData(AdditionalData.EMPTY).build()),
                new Variant(
                        "extensions", FULL.toBuilder().extensionData(List.of()).build()),
                new Variant("e-mail", FULL.toBuilder().email("ada@example.org").build()));
    }

    static Stream<Variant> withOtherNames() {
        return Stream.of(
                new Variant("company", FULL.toBuilder().companyName("").build()),
                new Variant(
                        "initials",
                        FULL.toBuilder()
                                .name(new PersonName("B.", "Ada", "van", "Lovelace"))
                                .build()),
                new Variant(
                        "first name",
                        FULL.toBuilder()
                                .name(new PersonName("A.", "Eda", "van", "Lovelace"))
                                .build()),
                new Variant(
                        "prefix",
                        FULL.toBuilder()
                                .name(new PersonName("A.", "Ada", "", "Lovelace"))
                                .build()),
                new Variant(
                        "last name",
                        FULL.toBuilder()
                                .name(new PersonName("A.", "Ada", "van", "King"))
                                .build()));
    }

    @Test
    void a_current_customer_equal_to_the_wanted_one_is_read_and_kept() {
        CustomerHandle current = service.put(FULL, false);

        assertThat(ensure(Optional.of(current), FULL)).isEqualTo(new Ensured(current, Done.KEPT));
        assertThat(service.calls).containsExactly("get");
    }

    @ParameterizedTest
    @MethodSource("withOtherSections")
    void a_current_customer_that_differs_is_updated_and_then_equals_the_wanted_one(Variant variant) {
        CustomerHandle current = service.put(variant.customer(), false);

        assertThat(ensure(Optional.of(current), FULL)).isEqualTo(new Ensured(current, Done.UPDATED));
        assertThat(service.calls).containsExactly("get", "update");
        assertThat(NewCustomer.copyOf(service.stored(current)).build()).isEqualTo(FULL);
        assertThat(ensure(Optional.of(current), FULL).done()).isEqualTo(Done.KEPT);
    }

    @ParameterizedTest
    @MethodSource("withOtherSections")
    void sections_that_are_no_longer_wanted_are_cleared(Variant variant) {
        CustomerHandle current = service.put(FULL, false);

        assertThat(ensure(Optional.of(current), variant.customer()).done()).isEqualTo(Done.UPDATED);
        assertThat(NewCustomer.copyOf(service.stored(current)).build()).isEqualTo(variant.customer());
    }

    @ParameterizedTest
    @MethodSource("withOtherNames")
    void another_name_or_company_creates_a_customer_and_the_current_one_stays(Variant variant) {
        CustomerHandle current = service.put(variant.customer(), false);

        Ensured ensured = ensure(Optional.of(current), FULL);
        assertThat(ensured.done()).isEqualTo(Done.CREATED);
        assertThat(ensured.handle()).isNotEqualTo(current);
        assertThat(service.calls).containsExactly("get", "list", "create");
        assertThat(NewCustomer.copyOf(service.stored(current)).build()).isEqualTo(variant.customer());
    }

    @ParameterizedTest
    @MethodSource("withOtherNames")
    void a_repeated_call_for_another_name_finds_the_customer_that_the_first_one_created(Variant variant) {
        CustomerHandle current = service.put(variant.customer(), false);
        Ensured first = ensure(Optional.of(current), FULL);

        assertThat(ensure(Optional.of(current), FULL)).isEqualTo(new Ensured(first.handle(), Done.REUSED));
        assertThat(service.stored()).hasSize(2);
    }

    @Test
    void initials_that_the_service_invents_do_not_make_another_person() {
        CustomerHandle existing = service.put(FULL, false);
        NewCustomer wanted = FULL.toBuilder()
                .name(new PersonName("", "Ada", "van", "Lovelace"))
                .build();

        assertThat(ensure(Optional.empty(), wanted)).isEqualTo(new Ensured(existing, Done.REUSED));
    }

    @Test
    void an_empty_locale_and_empty_initials_are_no_difference() {
        CustomerHandle current = service.put(FULL, false);
        NewCustomer wanted = FULL.toBuilder()
                .locale("")
                .name(new PersonName("", "Ada", "van", "Lovelace"))
                .build();

        assertThat(ensure(Optional.of(current), wanted).done()).isEqualTo(Done.KEPT);
    }

    @Test
    void order_and_empty_fields_are_no_difference() {
        CustomerHandle current = service.put(FULL, false);
        NewCustomer wanted = FULL.toBuilder()
                .tags(List.of(CustomerTag.of("slow"), CustomerTag.of("VIP")))
                .additionalData(AdditionalData.builder()
                        .put("birth_city", "")
                        .put("birth_date", "1815-12-10")
                        .build())
                .extensionData(List.of(ExtensionData.builder("us")
                        .put("nexus_category", "")
                        .put("applicant_purpose", "P1")
                        .build()))
                .build();

        assertThat(ensure(Optional.of(current), wanted).done()).isEqualTo(Done.KEPT);
    }

    @Test
    void extension_data_of_one_name_counts_as_one() {
        CustomerHandle current = service.put(
                FULL.toBuilder()
                        .extension(ExtensionData.builder("us")
                                .put("nexus_category", "C11")
                                .build())
                        .build(),
                false);
        NewCustomer wanted = FULL.toBuilder()
                .extensionData(List.of(ExtensionData.builder("us")
                        .put("nexus_category", "C11")
                        .put("applicant_purpose", "P1")
                        .build()))
                .build();

        assertThat(ensure(Optional.of(current), wanted).done()).isEqualTo(Done.KEPT);
        assertThat(ensure(Optional.of(current), FULL).done()).isEqualTo(Done.UPDATED);
    }

    @Test
    void an_unknown_or_deleted_current_handle_fails() {
        CustomerHandle never = new CustomerHandle("ZZ000000-ZZ");
        CustomerHandle deleted = service.put(FULL, true);

        for (CustomerHandle current : List.of(never, deleted)) {
            assertThat(failure(Optional.of(current), FULL))
                    .isInstanceOfSatisfying(
                            UnknownHandle.class,
                            unknown -> assertThat(unknown.handle()).isEqualTo(current));
        }
        assertThat(service.calls).containsOnly("get");
    }

    @Test
    void an_unknown_or_deleted_current_handle_is_replaced_if_the_caller_says_so() {
        CustomerHandle never = new CustomerHandle("ZZ000000-ZZ");
        CustomerHandle deleted = service.put(FULL, true);

        Ensured created = handles.ensureOrReplace(Optional.of(never), FULL)
                .toCompletableFuture()
                .join();
        assertThat(created.done()).isEqualTo(Done.CREATED);
        assertThat(handles.ensureOrReplace(Optional.of(deleted), FULL).toCompletableFuture())
                .isCompletedWithValue(new Ensured(created.handle(), Done.REUSED));
    }

    @Test
    void without_a_current_handle_an_equal_customer_is_reused_unchanged() {
        CustomerHandle equal = service.put(FULL, false);
        service.put(FULL, false);

        assertThat(ensure(Optional.empty(), FULL)).isEqualTo(new Ensured(equal, Done.REUSED));
        assertThat(service.calls).containsExactly("list", "get");
    }

    @ParameterizedTest
    @MethodSource({"withOtherSections", "withOtherNames"})
    void a_customer_that_differs_in_any_part_is_neither_reused_nor_changed(Variant variant) {
        CustomerHandle existing = service.put(variant.customer(), false);
        Customer before = service.stored(existing);

        assertThat(ensure(Optional.empty(), FULL).done()).isEqualTo(Done.CREATED);
        assertThat(service.stored(existing)).isSameAs(before);
        assertThat(service.count("update")).isZero();
    }

    @Test
    void a_locale_chosen_by_the_service_does_not_prevent_reuse() {
        CustomerHandle equal = service.put(FULL, false);

        assertThat(ensure(Optional.empty(), FULL.toBuilder().locale("").build()).handle())
                .isEqualTo(equal);
    }

    @Test
    void a_candidate_that_is_or_becomes_deleted_is_skipped() {
        service.put(FULL, true);
        CustomerHandle gone = service.put(FULL, false);
        CustomerHandle equal = service.put(FULL, false);
        service.beforeGet = () -> service.remove(gone);

        assertThat(ensure(Optional.empty(), FULL)).isEqualTo(new Ensured(equal, Done.REUSED));
        assertThat(service.calls).containsExactly("list", "get", "get");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*b", "*", "100%", "O'Brien", "北京", " two  words ", "back\\slash", "under_score"})
    void unusual_characters_in_a_name_neither_break_the_search_nor_match_another_customer(String lastName) {
        NewCustomer unusual =
                FULL.toBuilder().name(PersonName.of("Ada", lastName)).build();
        service.put(FULL.toBuilder().name(PersonName.of("Ada", lastName + "x")).build(), false);
        CustomerHandle equal = service.put(unusual, false);

        assertThat(ensure(Optional.empty(), unusual)).isEqualTo(new Ensured(equal, Done.REUSED));
        assertThat(service.queries.get(0).patterns().getOrDefault(Field.LAST_NAME, "x"))
                .matches("[A-Za-z0-9@._*-]+")
                .isNotEqualTo("*");
    }

    @Test
    void at_most_20_candidates_are_read() {
        for (int i = 0; i < 120; i++) {
            service.put(FULL.toBuilder().vat("GB" + i).build(), false);
        }
        service.put(FULL, false);

        assertThat(ensure(Optional.empty(), FULL).done()).isEqualTo(Done.CREATED);
        assertThat(service.count("get")).isEqualTo(20);
        assertThat(service.count("list")).isEqualTo(1);
    }

    @Test
    void at_most_20_candidates_are_read_even_from_several_pages() {
        for (int i = 0; i < 150; i++) {
            boolean candidate = i < 15 || i >= 100;
            service.put(
                    FULL.toBuilder()
                            .companyName(candidate ? FULL.companyName() : "no. " + i)
                            .vat("GB" + i)
                            .build(),
                    false);
        }

        assertThat(ensure(Optional.empty(), FULL).done()).isEqualTo(Done.CREATED);
        assertThat(service.count("get")).isEqualTo(20);
        assertThat(service.count("list")).isEqualTo(2);
    }

    @Test
    void at_most_500_customers_are_listed() {
        for (int i = 0; i < 700; i++) {
            service.put(FULL.toBuilder().companyName("no. " + i).build(), false);
        }

        assertThat(ensure(Optional.empty(), FULL).done()).isEqualTo(Done.CREATED);
        assertThat(service.count("list")).isEqualTo(5);
        assertThat(service.count("get")).isZero();
    }

    @Test
    void over_a_decorated_create_once_the_outcome_is_the_same() {
        CreateOnce once = CreateOnce.over(service);
        assertMarkersStay(once, ReuseHandle.over(new Decorated(once)));
        CreateOnce other =
                CreateOnce.builder(service).marker("(no. {reference})").build();
        service.remove(service.stored().get(0).handle());
        assertMarkersStay(
                other,
                ReuseHandle.builder(new Decorated(other))
                        .marker("(no. {reference})")
                        .build());
    }

    @Test
    void over_the_port_beneath_markers_stay_as_well() {
        assertMarkersStay(CreateOnce.over(service), handles);
    }

    @Test
    void a_copy_of_a_marked_customer_is_created_without_its_marker() {
        NewCustomer copy =
                FULL.toBuilder().comments("[handlekit-ref: order-1]\npays late").build();

        assertThat(service.stored(ensure(Optional.empty(), copy).handle()).comments())
                .isEqualTo("pays late");
    }

    @Test
    void over_create_once_markers_do_not_count_as_differences_and_stay() {
        CreateOnce once = CreateOnce.over(service);
        assertMarkersStay(once, ReuseHandle.over(once));
    }

    private void assertMarkersStay(CreateOnce once, ReuseHandle marked) {
        CustomerHandle current = once.create(new Reference("order-4711"), FULL)
                .toCompletableFuture()
                .join();
        NewCustomer moved = FULL.toBuilder().comments("moved").build();

        assertThat(marked.ensure(Optional.of(current), FULL)
                        .toCompletableFuture()
                        .join()
                        .done())
                .isEqualTo(Done.KEPT);
        assertThat(marked.ensure(Optional.empty(), FULL)
                        .toCompletableFuture()
                        .join()
                        .handle())
                .isEqualTo(current);
        assertThat(marked.ensure(Optional.of(current), moved)
                        .toCompletableFuture()
                        .join()
                        .done())
                .isEqualTo(Done.UPDATED);
        assertThat(service.stored(current).comments()).isEqualTo(once.marker().textOf("order-4711") + "\nmoved");
    }

    @Test
    void a_rule_that_turns_out_wrong_can_be_overridden() {
        NewCustomer odd = FULL.toBuilder()
                .phone(new PhoneNumber("0044", "20", "79460000"))
                .build();
        ReuseHandle accepting = ReuseHandle.builder(service)
                .acceptFindings(finding -> finding.path().equals("phone.country_code"))
                .build();

        assertThat(failure(Optional.empty(), odd)).isInstanceOf(Invalid.class);
        assertThat(accepting.ensure(Optional.empty(), odd).toCompletableFuture())
                .isCompletedWithValueMatching(ensured -> ensured.done() == Done.CREATED);
    }

    @Test
    void an_invalid_customer_fails_before_anything_is_sent() {
        assertThat(failure(Optional.empty(), FULL.toBuilder().email("").build()))
                .isInstanceOf(Invalid.class);
        assertThat(service.calls).isEmpty();
    }

    @Test
    void the_failure_of_a_call_is_the_failure_of_the_whole() {
        service.listFaults.addAll(List.of(ReadFault.REJECTED, ReadFault.REJECTED));
        assertThat(failure(Optional.empty(), FULL)).isInstanceOf(Rejected.class);

        service.createFaults.add(new CreateFault.Lost());
        assertThat(failure(Optional.empty(), FULL))
                .isInstanceOf(Unavailable.class)
                .matches(CustomersFailure::mayHaveTakenEffect);
    }

    @Test
    void a_failed_read_does_not_count_as_a_deleted_customer() {
        CustomerHandle current = service.put(FULL, false);
        service.beforeGet = () -> {
            throw new Unavailable("no reply", false, null);
        };

        assertThat(failure(Optional.of(current), FULL)).isInstanceOf(Unavailable.class);
        assertThat(failure(Optional.empty(), FULL)).isInstanceOf(Unavailable.class);
        assertThat(service.count("create")).isZero();
    }

    @Test
    void cancelling_cancels_the_call_in_progress() {
        service.latency = Duration.ofSeconds(1);
        CompletableFuture<Ensured> outcome =
                handles.ensure(Optional.empty(), FULL).toCompletableFuture();
        outcome.cancel(true);
        time.passAll();

        assertThat(service.calls).containsExactly("list");
    }

    @Test
    void only_null_is_refused_by_an_exception() {
        assertThatNullPointerException().isThrownBy(() -> handles.ensure(null, FULL));
        assertThatNullPointerException().isThrownBy(() -> handles.ensure(Optional.empty(), null));
        assertThatNullPointerException().isThrownBy(() -> ReuseHandle.over(null));
    }
}
