package io.handlekit.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.vendor.RawReply;
import io.handlekit.customers.vendor.VendorAnswer;
import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.customers.vendor.VendorWarning;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The effects, the messages and the contents of failures. */
class CustomersFailureTest {
    private static VendorAnswer answer(int code) {
        return VendorAnswer.of(500, code, "5ecret", "5ecret");
    }

    @ParameterizedTest
    @ValueSource(ints = {102, 121, 131, 146, 195, 309, 6005, 4006})
    void a_rejection_with_a_known_code_had_no_effect(int code) {
        assertThat(new CustomersFailure.Rejected(answer(code), true).mayHaveTakenEffect())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {173, 178, 199, 502, 999, 987_654})
    void a_write_rejected_with_a_service_error_or_an_unknown_code_may_have_had_an_effect(int code) {
        assertThat(new CustomersFailure.Rejected(answer(code), true).mayHaveTakenEffect())
                .isTrue();
        assertThat(new CustomersFailure.Rejected(answer(code), false).mayHaveTakenEffect())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"400,987654,false", "404,399,false", "422,199,false", "408,199,true", "499,199,true", "500,399,true"})
    void a_write_refused_with_a_status_4xx_had_no_effect_whatever_the_code(int status, int code, boolean mayHave) {
        VendorAnswer answer = VendorAnswer.of(status, code, "", "");

        assertThat(new CustomersFailure.Rejected(answer, true).mayHaveTakenEffect())
                .isEqualTo(mayHave);
    }

    @Test
    void the_answer_of_the_service_is_available_but_not_in_the_message() {
        CustomersFailure failure = new CustomersFailure.Rejected(answer(131), true);

        assertThat(failure).hasMessageContaining("131").hasMessageContaining("Invalid telephone country code!");
        assertThat(failure.toString()).doesNotContain("5ecret");
        assertThat(failure.answer()).map(VendorAnswer::desc).contains("5ecret");
    }

    @Test
    void an_answer_keeps_everything_the_service_said() {
        VendorWarning warning = new VendorWarning(18, "already up to date", "more");
        VendorAnswer answer = VendorAnswer.of(422, 131, "desc", "data")
                .withWarnings(List.of(warning))
                .withRequestId("4711");

        assertThat(answer.httpStatus()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(131);
        assertThat(answer.desc()).isEqualTo("desc");
        assertThat(answer.data()).isEqualTo("data");
        assertThat(answer.warnings()).containsExactly(warning);
        assertThat(answer.requestId()).isEqualTo("4711");
        assertThat(answer)
                .isEqualTo(answer.withRequestId("4711"))
                .hasSameHashCodeAs(answer.withRequestId("4711"))
                .isNotEqualTo(answer.withRequestId(""))
                .doesNotHaveSameHashCodeAs(answer.withRequestId(""));
    }

    @Test
    void a_reply_that_is_not_an_answer_is_available_but_not_in_the_message() {
        RawReply page = new RawReply(502, "text/html", 6, "", "5ecret");

        assertThat(new CustomersFailure.Unavailable(page, true).reply()).contains(page);
        assertThat(new CustomersFailure.BrokenReply("no JSON", page, true).reply())
                .isEqualTo(page);
        assertThat(new CustomersFailure.Unavailable("gone", true, null).reply()).isEmpty();
        assertThat(new CustomersFailure.Unavailable(page, true).toString()).doesNotContain("5ecret");
        assertThat(new CustomersFailure.BrokenReply("no JSON", page, true).toString())
                .contains("no JSON")
                .doesNotContain("5ecret");
    }

    @Test
    void a_call_that_was_not_sent_says_when_to_try_again() {
        CustomersFailure.Throttled notSent = new CustomersFailure.Throttled("30 a second", Duration.ofMillis(700));

        assertThat(notSent).hasMessage("not sent: 30 a second; try again after PT0.7S");
        assertThat(notSent.retryAfter()).contains(Duration.ofMillis(700));
        assertThat(new CustomersFailure.Throttled(answer(4007)).retryAfter()).isEmpty();
    }

    @Test
    void a_retry_after_of_the_service_is_available_with_or_without_an_answer() {
        RawReply page = new RawReply(429, "text/html", 6, "", "5ecret");
        CustomersFailure.Throttled answered = new CustomersFailure.Throttled(answer(4007), Duration.ofSeconds(3));
        CustomersFailure.Throttled bare = new CustomersFailure.Throttled(page, Duration.ofSeconds(9));

        assertThat(answered.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(answered.reply()).isEmpty();
        assertThat(answered).hasMessageContaining("4007").hasMessageEndingWith("; try again after PT3S");
        assertThat(bare.retryAfter()).contains(Duration.ofSeconds(9));
        assertThat(bare.reply()).contains(page);
        assertThat(bare).hasMessage("too many calls: HTTP 429, 6 bytes; try again after PT9S");
        assertThat(bare.mayHaveTakenEffect()).isFalse();
        assertThat(new CustomersFailure.Throttled(page, null))
                .hasMessage("too many calls: HTTP 429, 6 bytes")
                .satisfies(throttled -> assertThat(throttled.retryAfter()).isEmpty());
    }

    @Test
    void a_refused_token_without_an_answer_had_no_effect_and_keeps_the_reply() {
        RawReply page = new RawReply(401, "text/plain", 12, "", "5ecret");
        CustomersFailure.NotAuthenticated refused = new CustomersFailure.NotAuthenticated(page);

        assertThat(refused.reply()).contains(page);
        assertThat(refused.answer()).isEmpty();
        assertThat(refused.mayHaveTakenEffect()).isFalse();
        assertThat(refused).hasMessage("login or token not accepted: HTTP 401, 12 bytes");
        assertThat(new CustomersFailure.NotAuthenticated(answer(10008)).reply()).isEmpty();
    }

    @Test
    void a_denied_access_had_no_effect_and_its_message_names_the_known_causes() {
        CustomersFailure.AccessDenied denied = new CustomersFailure.AccessDenied(answer(10005));

        assertThat(denied.mayHaveTakenEffect()).isFalse();
        assertThat(denied.answer()).map(VendorAnswer::code).contains(VendorCodes.ACCESS_DENIED);
        assertThat(denied)
                .hasMessageContaining("10005")
                .hasMessageContaining("allow list")
                .hasMessageContaining("too many identical calls")
                .hasMessageContaining("no authority")
                .hasMessageNotContaining("5ecret");
    }

    @ParameterizedTest
    @CsvSource({
        "10008,API access is disabled for this contact",
        "1927,Customer required additional data parameter is missing",
        "346,Reseller cannot add duplicate domain",
        "358,Authorization code is invalid",
        "316,Invalid period!",
        "515,Invalid status for domain",
    })
    void a_code_of_v1_has_its_text_and_says_that_nothing_took_effect(int code, String text) {
        CustomersFailure failure = new CustomersFailure.Rejected(answer(code), true);

        assertThat(failure).hasMessageContaining(code + ": " + text);
        assertThat(failure.mayHaveTakenEffect()).isFalse();
    }

    @Test
    void an_invalid_draft_reports_all_findings_warnings_included() {
        Findings findings = new Findings(List.of(
                new Finding(Finding.Severity.WARNING, "vat", 162, "odd"),
                new Finding(Finding.Severity.ERROR, "email", 145, "required")));
        CustomersFailure.Invalid invalid = new CustomersFailure.Invalid(findings);

        assertThat(invalid.findings()).isEqualTo(findings);
        assertThat(invalid).hasMessageContaining("vat").hasMessageContaining("email");
    }

    private static List<CustomersFailure> oneOfEachKind() {
        RawReply page = new RawReply(429, "text/html", 6, "", "5ecret");
        CustomerHandle handle = new CustomerHandle("XX123456-XX");
        Findings findings = new Findings(List.of(new Finding(Finding.Severity.ERROR, "email", 145, "required")));
        return List.of(
                new CustomersFailure.Invalid(findings),
                new CustomersFailure.Rejected(answer(502), true),
                new CustomersFailure.NotAuthenticated(page),
                new CustomersFailure.AccessDenied(answer(10005)),
                new CustomersFailure.UnknownHandle(handle, answer(193)),
                new CustomersFailure.UnknownHandle(handle),
                new CustomersFailure.Throttled(page, Duration.ofSeconds(9)),
                new CustomersFailure.Unavailable(page, true),
                new CustomersFailure.BrokenReply("no JSON", page, true),
                new CustomersFailure.TooMany(7),
                new CustomersFailure.Ambiguous(List.of(handle), true));
    }

    @Test
    void a_copy_with_the_current_stack_has_the_same_class_and_data() {
        for (CustomersFailure failure : oneOfEachKind()) {
            failure.setStackTrace(new StackTraceElement[0]);
            CustomersFailure copy = failure.withCurrentStack();

            assertThat(copy).hasSameClassAs(failure).hasMessage(failure.getMessage());
            assertThat(copy.getCause()).isSameAs(failure);
            assertThat(copy.getStackTrace())
                    .extracting(StackTraceElement::getClassName)
                    .contains(CustomersFailureTest.class.getName());
            assertThat(copy)
                    .usingRecursiveComparison()
                    .ignoringFields("cause", "stackTrace")
                    .isEqualTo(failure);
            assertThat(copy.isTransient()).isEqualTo(failure.isTransient());
            assertThat(failure.getStackTrace()).isEmpty();
        }
    }

    @Test
    void a_failure_is_transient_if_the_service_is_out_of_reach_busy_or_disturbed() {
        assertThat(oneOfEachKind().stream().filter(CustomersFailure::isTransient))
                .hasOnlyElementsOfTypes(
                        CustomersFailure.Rejected.class,
                        CustomersFailure.Throttled.class,
                        CustomersFailure.Unavailable.class)
                .hasSize(3);
        assertThat(new CustomersFailure.Rejected(answer(131), true).isTransient())
                .isFalse();
    }

    @Test
    void a_failure_survives_serialization() throws Exception {
        CustomersFailure failure = new CustomersFailure.UnknownHandle(new CustomerHandle("XX123456-XX"), answer(193));
        CustomersFailure.UnknownHandle copy = (CustomersFailure.UnknownHandle) copyOf(failure);

        assertThat(copy.handle()).isEqualTo(new CustomerHandle("XX123456-XX"));
        assertThat(copy.answer()).isEqualTo(failure.answer());
    }

    private static Object copyOf(CustomersFailure failure) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @Test
    void ambiguous_customers_are_all_reported_after_serialization_too() throws Exception {
        List<CustomerHandle> handles = List.of(new CustomerHandle("XX123456-XX"), new CustomerHandle("XX123457-XX"));
        CustomersFailure.Ambiguous copy =
                (CustomersFailure.Ambiguous) copyOf(new CustomersFailure.Ambiguous(handles, true));

        assertThat(copy.handles()).isEqualTo(handles);
        assertThat(copy).hasMessageContaining("XX123456-XX, XX123457-XX");
        assertThat(copy.mayHaveTakenEffect()).isTrue();
    }

    @Test
    void a_list_with_too_many_customers_had_no_effect() {
        CustomersFailure.TooMany tooMany = new CustomersFailure.TooMany(7);

        assertThat(tooMany).hasMessage("more than 7 customers match the query; narrow the query or raise the maximum");
        assertThat(tooMany.mayHaveTakenEffect()).isFalse();
    }

    @Test
    void a_code_without_a_known_text_is_reported_as_such() {
        assertThat(new CustomersFailure.Rejected(answer(987_654), true))
                .hasMessage("the service answered with code 987654 (a code without a known text)");
    }
}
