package io.handlekit.mock.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.journal.Exchange;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

class PrettyLogTest {
    private static final String ESCAPE = "\u001b";
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00.007Z");

    private static Exchange exchange(String method, String path, int status, OptionalInt code, String fault) {
        return Exchange.of(method, path)
                .query("email_pattern=ada*", List.of())
                .request(
                        List.of("X-Secret", "s3cret"),
                        Optional.of("Lovelace".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .answer(status, List.of(), new byte[0])
                .code(code, List.of())
                .fault(fault.isEmpty() ? Optional.empty() : Optional.of(fault))
                .time(NOON, Duration.ofNanos(1_260_000))
                .build();
    }

    private static Exchange get(String path) {
        return exchange("GET", path, 200, OptionalInt.of(0), "");
    }

    private static String line(Ansi ansi, Exchange exchange) {
        StringWriter text = new StringWriter();
        new PrettyLog(new PrintWriter(text), ansi, ZoneOffset.UTC).accept(exchange);
        assertThat(text.toString()).endsWith(System.lineSeparator()).hasLineCount(1);
        return text.toString().stripTrailing();
    }

    @Test
    void a_line_has_time_method_status_code_duration_path_and_fault_and_nothing_that_was_sent() {
        assertThat(line(Ansi.OFF, get("/v1/customers/AL900001-GB")))
                .isEqualTo("12:00:00.007  GET      200       0       1.3 ms  /v1/customers/AL900001-GB");
        assertThat(line(Ansi.OFF, exchange("DELETE", "/v1beta/tags", 0, OptionalInt.empty(), "reset after the effect")))
                .isEqualTo("12:00:00.007  DELETE   ---       -       1.3 ms  /v1beta/tags  reset after the effect");
    }

    @Test
    void every_path_begins_in_the_same_column_with_colours_too() {
        List<Exchange> exchanges = List.of(
                get("/v1/tags"),
                exchange("OPTIONS", "/v1/tags", 404, OptionalInt.of(900_404), ""),
                exchange("POST", "/v1/tags", 0, OptionalInt.empty(), "silence"));

        for (Ansi ansi : List.of(Ansi.OFF, Ansi.ON)) {
            assertThat(exchanges)
                    .extracting(one -> line(ansi, one).replaceAll(ESCAPE + "\\[[0-9;]*m", ""))
                    .extracting(text -> text.indexOf("/v1/tags"))
                    .containsOnly(49);
        }
    }

    @ParameterizedTest
    @CsvSource({"200,0,32", "200,193,33", "400,131,33", "401,196,33", "503,4005,31", "0,,31"})
    void the_colour_tells_success_refusal_and_failure(int status, Integer code, String colour) {
        Exchange exchange =
                exchange("GET", "/v1/tags", status, code == null ? OptionalInt.empty() : OptionalInt.of(code), "");

        assertThat(line(Ansi.ON, exchange)).contains(ESCAPE + "[" + colour + "m");
        assertThat(line(Ansi.OFF, exchange)).doesNotContain(ESCAPE);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/customers/ada%20lovelace, /v1/customers/...",
        "/v1/customers/verifications/emails/restart, /v1/customers/verifications/emails/restart",
        "/v1/customers/, /v1/customers/",
        "/secrets/of/Ada, /.../.../...",
        "/v1/a/b/c/d/e/f/g/h/i, /v1/.../.../.../.../.../.../.../...",
    })
    void a_segment_that_is_no_word_of_the_service_and_no_handle_is_hidden(String path, String shown) {
        assertThat(line(Ansi.OFF, get(path))).endsWith(" " + shown);
    }

    @Test
    void a_method_that_http_does_not_have_is_hidden() {
        assertThat(line(Ansi.OFF, exchange("LOVELACE", "/v1/tags", 405, OptionalInt.of(900_405), "")))
                .contains("  OTHER    405")
                .doesNotContain("LOVELACE");
    }
}
