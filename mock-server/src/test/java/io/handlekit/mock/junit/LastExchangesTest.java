package io.handlekit.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** What is printed about the calls of a failed test. JUnit runs sample classes. */
class LastExchangesTest {
    private static String printed(Class<?> type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            SampleRun.of(type);
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @HandlekitMock
    static class Fails {
        @Test
        void signing_up_creates_a_customer(MockOpenprovider mock) {
            RawClient client = new RawClient(mock);
            client.send("POST", "/auth/login", "{\"username\":\"ada\",\"password\":\"s3cret\"}");
            client.send("POST", "/customers", ApiTest.ADA.replace("ada@example.com", "nowhere"));
            mock.failNext(Fault.htmlPage(502));
            sendWithoutJson(client, "GET", "/customers?email_pattern=ada@example.com&order=Ada");
            mock.failNext(Fault.reset());
            sendWithoutJson(client, "PUT", "/customers/AL900001-GB");
            client.send("PUT", "/customers/Ada@Lovelace", "{\"name\":");
            fail("on purpose");
        }

        private static void sendWithoutJson(RawClient client, String method, String path) {
            assertThatThrownBy(() -> client.send(method, path, "{\"email\":null}"))
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isInstanceOf(JacksonException.class),
                            thrown -> assertThat(thrown).hasCauseInstanceOf(IOException.class));
        }
    }

    @Test
    void a_failed_test_prints_the_shape_of_its_last_calls_and_no_value_that_was_sent() {
        List<String> lines = printed(Fails.class).lines().toList();

        assertThat(lines.get(0))
                .isEqualTo("signing_up_creates_a_customer(MockOpenprovider) failed. The last 5 of 5 calls of the mock,"
                        + " with sent values as …:");
        assertThat(lines.get(1)).isEqualTo("1. POST /v1/auth/login -> HTTP 200; the body was not recorded");
        assertThat(lines.get(2))
                .startsWith("2. POST /v1/customers -> HTTP 400, code ")
                .contains("; sent: {name: {first_name: …, last_name: …}, email: …, vat: …, address: {street: …");
        assertThat(lines.get(3))
                .isEqualTo("3. GET /v1/customers?email_pattern=…&order=… -> HTTP 502, not JSON; fault: "
                        + "html-page(status=502); sent: {email: null}");
        assertThat(lines.get(4))
                .isEqualTo("4. PUT /v1/customers/AL900001-GB -> no answer; fault: reset; sent: {email: null}");
        assertThat(lines.get(5))
                .startsWith("5. PUT /v1/customers/… -> HTTP 400")
                .endsWith("; sent: 8 bytes that are not JSON");
        assertThat(lines).hasSize(6);
        assertThat(String.join("", lines))
                .doesNotContainIgnoringCase("ada")
                .doesNotContain("Lovelace", "s3cret", "nowhere", "Dorset");
    }

    @HandlekitMock
    static class FailsAfterwards {
        @Test
        void many(MockOpenprovider mock) {
            RawClient client = new RawClient(mock);
            for (int i = 0; i < 12; i++) {
                client.get("/customers");
            }
        }

        @AfterEach
        void check() {
            fail("on purpose");
        }
    }

    @Test
    void at_most_ten_calls_are_printed_also_if_the_test_fails_in_after_each() {
        List<String> lines = printed(FailsAfterwards.class).lines().toList();

        assertThat(lines).hasSize(11);
        assertThat(lines.get(0)).contains("The last 10 of 12 calls");
        assertThat(lines.get(10)).startsWith("12. GET /v1/customers -> HTTP 200, code 0");
    }

    @HandlekitMock
    static class NeverCalls {
        @Test
        void silent() {
            fail("on purpose");
        }
    }

    @Test
    void a_failed_test_without_a_call_says_so() {
        assertThat(printed(NeverCalls.class)).isEqualTo("silent() failed. No call reached the mock.\n");
    }

    @HandlekitMock
    static class Passes {
        @Test
        void one(MockOpenprovider mock) {
            new RawClient(mock).get("/customers");
        }

        @Test
        void other() {
            abort("the assumption does not hold");
        }
    }

    @Test
    void a_test_that_passes_or_is_aborted_prints_nothing() {
        assertThat(printed(Passes.class)).isEmpty();
    }
}
