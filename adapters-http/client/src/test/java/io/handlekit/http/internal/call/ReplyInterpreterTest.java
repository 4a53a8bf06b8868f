package io.handlekit.http.internal.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.BrokenReply;
import io.handlekit.customers.CustomersFailure.NotAuthenticated;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.customers.vendor.VendorAnswer;
import io.handlekit.http.internal.codec.ReplyDecoder;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.transport.HttpReply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcome of each kind of reply. */
class ReplyInterpreterTest {
    private static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");
    private static final ServiceRequest CREATE = ServiceRequest.create(new byte[0]);
    private static final ServiceRequest UPDATE = ServiceRequest.update(HANDLE, new byte[0]);
    private static final ServiceRequest GET = ServiceRequest.get(HANDLE);
    private static final ServiceRequest LIST = ServiceRequest.list(CustomerQuery.all());
    private static final ServiceRequest DELETE = ServiceRequest.delete(HANDLE);
    private static final ServiceRequest LOGIN = ServiceRequest.login(new byte[0]);

    private static CustomersFailure failure(ServiceRequest request, int status, String body) {
        CustomersFailure failure = catchThrowableOfType(
                CustomersFailure.class,
                () -> FakeService.interpret(FakeService.reply(status, body), request, ReplyDecoder::handle));
        assertThat(failure).isNotNull();
        return failure;
    }

    @Test
    void code_0_with_the_handle_is_a_success() {
        assertThat(FakeService.<CustomerHandle>interpret(
                        FakeService.reply(200, FakeService.handle("AL900001-GB")), CREATE, ReplyDecoder::handle))
                .isEqualTo(new CustomerHandle("AL900001-GB"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 404, 500, 503})
    void the_code_decides_at_any_status(int status) {
        CustomersFailure failure = failure(CREATE, status, FakeService.error(131));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(131));
        assertThat(failure.mayHaveTakenEffect()).isFalse();
        assertThat(failure.answer()).contains(VendorAnswer.of(status, 131, "as the service says", "and more"));
    }

    @ParameterizedTest
    @CsvSource({"50", "4007"})
    void codes_of_call_limits_are_throttled(int code) {
        assertThat(failure(CREATE, 500, FakeService.error(code))).isInstanceOf(Throttled.class);
    }

    @ParameterizedTest
    @CsvSource({"196", "197", "10005", "10006", "10008", "10009"})
    void a_refused_login_is_not_authenticated(int code) {
        assertThat(failure(LOGIN, 500, FakeService.error(code))).isInstanceOf(NotAuthenticated.class);
    }

    @Test
    void maintenance_is_unavailable_without_effect() {
        CustomersFailure failure = failure(CREATE, 500, FakeService.error(4005));

        assertThat(failure).isInstanceOf(Unavailable.class);
        assertThat(failure.mayHaveTakenEffect()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {193, 176})
    void an_unknown_handle_is_recognized_by_its_code(int code) {
        assertThat(failure(GET, 500, FakeService.error(code)))
                .isInstanceOfSatisfying(
                        UnknownHandle.class,
                        unknown -> assertThat(unknown.handle()).isEqualTo(HANDLE));
        assertThat(failure(UPDATE, 500, FakeService.error(code))).isInstanceOf(UnknownHandle.class);
        assertThat(failure(DELETE, 500, FakeService.error(code))).isInstanceOf(UnknownHandle.class);
        assertThat(failure(CREATE, 500, FakeService.error(code))).isInstanceOf(Rejected.class);
        assertThat(failure(LIST, 500, FakeService.error(code))).isInstanceOf(Rejected.class);
    }

    @Test
    void the_page_of_a_gateway_is_unavailable_and_is_not_in_the_message() {
        CustomersFailure failure = failure(CREATE, 502, "<html>Bad Gateway for ada@example.com</html>");

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.reply()).hasValueSatisfying(reply -> {
                            assertThat(reply.httpStatus()).isEqualTo(502);
                            assertThat(reply.contentType()).isEqualTo("text/html");
                            assertThat(reply.excerpt()).contains("Bad Gateway");
                        }));
        assertThat(failure).hasMessage("no answer of the service: HTTP 502, 44 bytes");
        assertThat(failure.mayHaveTakenEffect()).isTrue();
        assertThat(failure(GET, 502, "<html>").mayHaveTakenEffect()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>not what was asked for</html>",
                "{\"code\":0,\"data\":{\"handle\":\"AL9000",
                "[]",
                "null",
                "{}",
                "{\"code\":\"0\"}",
                "{\"code\":0.5}",
                "{\"code\":99999999999}",
                "{\"code\":0}",
                "{\"code\":0,\"data\":null}",
                "{\"code\":0,\"data\":\"AL900001-GB\"}",
                "{\"code\":0,\"data\":{\"handle\":\"\"}}",
                "{\"code\":0,\"data\":{\"handle\":null}}",
                "{\"code\":0,\"data\":{\"handle\":{\"value\":\"AL900001-GB\"}}}",
            })
    void a_reply_without_the_expected_data_is_a_broken_reply(String body) {
        CustomersFailure failure = failure(CREATE, 200, body);

        assertThat(failure).isInstanceOf(BrokenReply.class);
        assertThat(failure.mayHaveTakenEffect()).isTrue();
        assertThat(failure.getMessage()).doesNotContain("AL900001", "html");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 500})
    void code_0_with_another_status_is_a_broken_reply(int status) {
        assertThat(failure(CREATE, status, FakeService.handle("AL900001-GB"))).isInstanceOf(BrokenReply.class);
    }

    @Test
    void a_redirect_is_a_broken_reply() {
        assertThat(failure(CREATE, 302, "<a href='/elsewhere'>")).isInstanceOf(BrokenReply.class);
    }

    @Test
    void success_false_with_code_0_is_a_broken_reply() {
        HttpReply reply = FakeService.reply(200, "{\"code\":0,\"data\":{\"success\":false}}");

        for (ServiceRequest request : List.of(UPDATE, DELETE)) {
            BrokenReply failure = catchThrowableOfType(
                    BrokenReply.class, () -> FakeService.interpret(reply, request, ReplyDecoder::success));
            assertThat(failure).hasMessageContaining("data.success is false");
            assertThat(failure.mayHaveTakenEffect()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {186, 187, 6200, 6206})
    void a_delete_of_a_customer_in_use_is_rejected_without_effect(int code) {
        CustomersFailure failure = failure(DELETE, 500, FakeService.error(code));

        assertThat(failure).isInstanceOf(Rejected.class);
        assertThat(failure.mayHaveTakenEffect()).isFalse();
    }

    @Test
    void an_excerpt_is_short() {
        CustomersFailure failure = failure(GET, 503, "<" + "é".repeat(10_000));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(
                                        unavailable.reply().orElseThrow().excerpt())
                                .hasSize(500));
    }

    @Test
    void invalid_utf_8_is_a_broken_reply() {
        byte[] latin1 = "{\"code\":0,\"data\":{\"handle\":\"É\"}}".getBytes(ISO_8859_1);

        assertThat(catchThrowableOfType(
                        BrokenReply.class,
                        () -> FakeService.interpret(new HttpReply(200, "", latin1), CREATE, ReplyDecoder::handle)))
                .isNotNull();
    }
}
