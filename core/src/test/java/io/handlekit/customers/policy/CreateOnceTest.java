package io.handlekit.customers.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Ambiguous;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.TooMany;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.policy.FakeCustomers.CreateFault;
import io.handlekit.customers.policy.FakeCustomers.ReadFault;
import io.handlekit.customers.policy.internal.Marker;
import io.handlekit.customers.vendor.VendorAnswer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of what {@link CreateOnce} searches for, creates and reports. {@link CreateOnceTimingTest} has the times. */
class CreateOnceTest {
    private static final Reference REFERENCE = new Reference("order-4711");
    private static final NewCustomer ADA =
            Drafts.ADA.toBuilder().comments("pays late").build();

    private final VirtualTime time = new VirtualTime();
    private final FakeCustomers service = new FakeCustomers(time);
    private final CreateOnce once = newProcess();

    private CreateOnce newProcess() {
        return CreateOnce.builder(service).time(time, () -> 1).build();
    }

    private <T> CompletableFuture<T> completed(CompletionStage<T> stage) {
        time.passAll();
        assertThat(stage.toCompletableFuture()).isDone();
        return stage.toCompletableFuture();
    }

    private CustomerHandle create(CreateOnce by) {
        return completed(by.create(REFERENCE, ADA)).join();
    }

    private CustomersFailure failure() {
        return (CustomersFailure) completed(once.create(REFERENCE, ADA))
                .handle((handle, failure) -> failure)
                .join();
    }

    private CustomerHandle existing(String comments) {
        return service.put(ADA.toBuilder().comments(comments).build(), false);
    }

    @Test
    void a_new_reference_is_searched_for_and_then_created_with_its_marker() {
        CustomerHandle handle = create(once);

        assertThat(service.calls).containsExactly("list", "create");
        assertThat(service.stored(handle).comments()).isEqualTo("[handlekit-ref: order-4711]\npays late");
    }

    @Test
    void a_draft_without_comments_gets_the_marker_alone() {
        CustomerHandle handle = completed(once.create(REFERENCE, Drafts.ADA)).join();

        assertThat(service.stored(handle).comments()).isEqualTo("[handlekit-ref: order-4711]");
    }

    @Test
    void another_process_that_repeats_the_call_finds_the_customer() {
        CustomerHandle handle = create(once);

        assertThat(create(newProcess())).isEqualTo(handle);
        assertThat(service.count("create")).isEqualTo(1);
    }

    @Test
    void a_marker_of_a_custom_format_is_written_and_found() {
        CreateOnce billing = CreateOnce.builder(service)
                .marker("(invoice no. {reference})")
                .time(time, () -> 1)
                .build();
        CustomerHandle handle = create(billing);

        assertThat(service.stored(handle).comments()).startsWith("(invoice no. order-4711)");
        assertThat(create(billing)).isEqualTo(handle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-47110", "1-order-4711", "ORDER-4711", "order-471"})
    void a_similar_reference_does_not_match(String other) {
        CustomerHandle similar = existing("[handlekit-ref: " + other + "]");

        assertThat(create(once)).isNotEqualTo(similar);
    }

    @Test
    void an_underscore_is_not_a_wildcard() {
        CustomerHandle similar = existing("[handlekit-ref: order-4711]");

        assertThat(completed(once.create(new Reference("order_4711"), ADA)).join())
                .isNotEqualTo(similar);
    }

    @Test
    void a_customer_is_found_wherever_the_marker_is_in_its_comments() {
        CustomerHandle handle = existing("moved by hand [handlekit-ref: order-4711], see [handlekit-ref: 9]");

        assertThat(create(once)).isEqualTo(handle);
    }

    @Test
    void a_deleted_customer_does_not_count() {
        CustomerHandle deleted = service.put(
                ADA.toBuilder().comments("[handlekit-ref: order-4711]").build(), true);

        assertThat(create(once)).isNotEqualTo(deleted);
        assertThat(service.count("create")).isEqualTo(1);
    }

    @Test
    void if_several_customers_have_the_marker_none_is_chosen_and_all_are_reported() {
        List<CustomerHandle> both =
                List.of(existing("[handlekit-ref: order-4711]"), existing("[handlekit-ref: order-4711]"));

        assertThat(failure()).hasMessageNotContaining("4711").isInstanceOfSatisfying(Ambiguous.class, ambiguous -> {
            assertThat(ambiguous.handles()).isEqualTo(both);
            assertThat(ambiguous.mayHaveTakenEffect()).isFalse();
        });
        assertThat(service.count("create")).isZero();
        assertThat(once.find(REFERENCE).toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(Ambiguous.class);
    }

    @Test
    void a_service_that_ignores_patterns_is_not_trusted_to_have_no_such_customer() {
        FakeCustomers ignoringPatterns = new FakeCustomers(
                time, query -> CustomerQuery.all().limit(query.limit()).offset(query.offset()));
        for (int i = 0; i < 101; i++) {
            ignoringPatterns.put(ADA, false);
        }

        assertThat(CreateOnce.over(ignoringPatterns).create(REFERENCE, ADA).toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(TooMany.class);
        assertThat(ignoringPatterns.count("create")).isZero();
    }

    @Test
    void an_invalid_draft_fails_as_invalid_and_nothing_is_sent() {
        CompletionStage<CustomerHandle> refused =
                once.create(REFERENCE, ADA.toBuilder().email("").build());

        assertThat(refused.toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(Invalid.class);
        assertThat(service.calls).isEmpty();
        assertThat(once.activeReferences()).isZero();
    }

    @Test
    void a_failure_without_effect_is_passed_on_at_once_and_the_next_call_creates() {
        service.createFaults.add(new CreateFault.Refused());

        assertThat(failure())
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.code()).isEqualTo(131));
        assertThat(service.calls).containsExactly("list", "create");
        assertThat(time.elapsed()).isZero();
        assertThat(once.activeReferences()).isZero();
        assertThat(create(once)).isNotNull();
    }

    @Test
    void a_status_that_refuses_ends_the_call_at_once_even_with_an_unknown_code() {
        service.createFaults.add(new CreateFault.RefusedWith(VendorAnswer.of(400, 987_654, "", "")));

        assertThat(failure().mayHaveTakenEffect()).isFalse();
        assertThat(service.calls).containsExactly("list", "create");
        assertThat(time.elapsed()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = ReadFault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void nothing_is_created_when_the_first_search_fails(ReadFault fault) {
        service.listFaults.addAll(List.of(fault, fault)); // a rejected list is repeated without an order

        assertThat(failure().mayHaveTakenEffect()).isFalse();
        assertThat(service.calls).containsOnly("list");
        assertThat(once.activeReferences()).isZero();
    }

    @Test
    void a_search_for_a_reference_creates_nothing() {
        assertThat(once.find(REFERENCE).toCompletableFuture()).isCompletedWithValueMatching(none -> none.isEmpty());
        CustomerHandle handle = create(once);
        assertThat(once.find(REFERENCE).toCompletableFuture())
                .isCompletedWithValueMatching(found -> found.orElseThrow().equals(handle));
    }

    @Test
    void a_port_that_throws_makes_the_call_fail_as_a_customers_failure() {
        FakeCustomers broken = new FakeCustomers(time, query -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(CreateOnce.over(broken).create(REFERENCE, ADA).toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(Unavailable.class);
    }

    @Test
    void a_create_that_throws_may_have_taken_effect() {
        service.createFaults.add(new CreateFault.Thrown());

        assertThat(failure())
                .isInstanceOf(Unavailable.class)
                .hasRootCauseMessage("a bug")
                .matches(CustomersFailure::mayHaveTakenEffect);
    }

    @Test
    void a_reference_is_in_no_message() {
        service.createFaults.add(new CreateFault.Lost());

        assertThat(failure().toString()).doesNotContain("4711");
        assertThat(REFERENCE).hasToString("Reference[10 characters]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a*", "a]", "a\nb", "ä", "a\u0000", "a%", "a\\", "\"a\"", "\ud83d\ude00"})
    void a_reference_refuses_characters_that_a_search_may_read_differently(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reference(text))
                .withMessageNotContaining("b");
    }

    @Test
    void a_reference_has_at_most_a_hundred_characters() {
        assertThat(new Reference("x".repeat(100)).value()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> new Reference("x".repeat(101)));
        assertThatNullPointerException().isThrownBy(() -> new Reference(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[ref]",
                "{reference}",
                "[{reference}",
                "{reference}]",
                "ref-{reference}]",
                "[{reference}ref]",
                " [{reference}]",
                "[{reference}] ",
                "[{reference}|{reference}]",
                "[*{reference}]",
                "[\n{reference}]",
                "<{reference}>",
                "[é {reference}]"
            })
    void a_marker_template_encloses_the_reference_in_safe_characters(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreateOnce.builder(service).marker(template));
    }

    @Test
    void a_marker_may_contain_any_printable_character_that_is_not_risky() {
        String risky = "\"'`<>*%\\&";
        String characters = IntStream.rangeClosed(' ', '~')
                .filter(c -> risky.indexOf(c) < 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        Marker marker = Marker.fromTemplate("~[" + characters + "|{reference}|~");

        assertThat(marker.in(marker.textOf(REFERENCE.value()))).containsExactly(REFERENCE.value());
    }

    @Test
    void a_settle_time_is_between_a_millisecond_and_a_day() {
        assertThat(CreateOnce.builder(service).settleTime(Duration.ofMillis(1)).build())
                .isNotNull();
        assertThat(CreateOnce.builder(service).settleTime(Duration.ofDays(1)).build())
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreateOnce.builder(service).settleTime(Duration.ofNanos(999_999)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreateOnce.builder(service)
                        .settleTime(Duration.ofDays(1).plusNanos(1)));
    }

    @Test
    void only_null_is_refused_by_an_exception() {
        assertThatNullPointerException().isThrownBy(() -> once.create(null, ADA));
        assertThatNullPointerException().isThrownBy(() -> once.create(REFERENCE, null));
        assertThatNullPointerException().isThrownBy(() -> once.find(null));
        assertThatNullPointerException().isThrownBy(() -> CreateOnce.over(null));
    }
}
