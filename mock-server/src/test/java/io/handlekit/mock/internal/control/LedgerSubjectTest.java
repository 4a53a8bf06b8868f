package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.base.Resources;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.journal.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which lines of the ledger explain an exchange. */
class LedgerSubjectTest {
    private static final Set<BadRequest.Kind> OF_CONTROL_CALLS = Set.of(BadRequest.Kind.NO_CONTROL_TOKEN);

    private static List<String> about(String method, String path, int code, String... ignored) {
        Exchange exchange = Exchange.of(method, path)
                .query("", List.of(ignored))
                .code(OptionalInt.of(code), List.of())
                .build();
        return Ledger.get().about(exchange).stream().map(Ledger.Entry::id).toList();
    }

    /** Returns the calls of the service that the OpenAPI document has, with a handle for a variable. */
    static Stream<String> calls() {
        return Json.read(Resources.bytes("openapi.json"))
                .path("paths")
                .propertyStream()
                .filter(path -> !path.getKey().startsWith("/_handlekit")
                        && !Set.of("/", "/openapi.json").contains(path.getKey()))
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(method -> Set.of("get", "put", "post", "delete").contains(method.getKey()))
                        .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replace("{handle}", "AL900001-GB")));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void every_success_of_the_service_leads_to_a_line(String call) {
        String[] parts = call.split(" ", 2);

        assertThat(about(parts[0], "/v1" + parts[1], 0)).isNotEmpty();
        assertThat(about(parts[0], "/v1beta" + parts[1], 0)).isNotEmpty();
    }

    static IntStream codesOfTheMock() {
        return Stream.of(BadRequest.Kind.values())
                .filter(kind -> !OF_CONTROL_CALLS.contains(kind) && kind != BadRequest.Kind.REFUSED)
                .mapToInt(BadRequest.Kind::code);
    }

    @ParameterizedTest
    @MethodSource("codesOfTheMock")
    void every_refusal_of_the_mock_leads_to_a_line(int code) {
        assertThat(about("POST", "/v1/customers", code)).isNotEmpty();
    }

    /** The codes of form errors are those that the lines of the ledger name. */
    @Test
    void every_code_that_a_line_of_the_form_names_leads_to_a_line() {
        Set<Integer> named = Ledger.get().entries().stream()
                .filter(line -> line.id().startsWith("form.") && !line.id().equals("form.never"))
                .flatMap(line ->
                        Pattern.compile("\\b1[0-9]{2}\\b").matcher(line.what()).results())
                .map(found -> Integer.valueOf(found.group()))
                .collect(Collectors.toSet());

        assertThat(named)
                .hasSizeGreaterThan(25)
                .allSatisfy(
                        code -> assertThat(about("POST", "/v1/customers", code)).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/customers, 0, create.reply",
        "GET, /v1/customers/AL900001-GB, 193, get.unknown",
        "POST, /v1/customers/AL900001-GB, 900404, route.post-on-customer",
        "DELETE, /v1/tags, 20002, tags.delete",
        "GET, /v1/domains/additional-data/customers, 20002, spec.extension",
        "POST, /v1/auth/login, 10005, login.refused",
        "POST, /v1/customers/verifications/emails/restart, 1203, verification.restart",
    })
    void a_code_leads_to_the_line_about_this_call(String method, String path, int code, String line) {
        assertThat(about(method, path, code)).contains(line);
    }

    @Test
    void a_code_leads_to_no_line_about_another_call_or_version() {
        assertThat(about("DELETE", "/v1/tags", 20002)).containsExactly("tags.delete");
        assertThat(about("GET", "/v1/tags", 196)).contains("status.token");
        assertThat(about("GET", "/v1beta/tags", 196))
                .doesNotContain("status.token")
                .contains("token.dead");
    }

    @Test
    void ignored_names_lead_to_their_lines() {
        assertThat(about("PUT", "/v1/customers/AL900001-GB", 0, "name")).contains("update.name", "input.told");
        assertThat(about("PUT", "/v1/customers/AL900001-GB", 0, "address.zip"))
                .contains("input.unknown", "update.reply")
                .doesNotContain("update.name", "update.handle");
        assertThat(about("PUT", "/v1/customers/AL900001-GB", 0)).doesNotContain("input.told", "update.name");
    }

    /** The page takes the ids from the exchange, so it names none itself. */
    @ParameterizedTest
    @MethodSource("io.handlekit.mock.internal.control.Inspector#paths")
    void the_page_names_no_line_that_the_ledger_lacks(String file) {
        Set<String> subjects = Ledger.get().entries().stream()
                .map(line -> line.id().substring(0, line.id().indexOf('.')))
                .collect(Collectors.toSet());
        String quoted = "\"(" + String.join("|", subjects) + ")\\.[a-z0-9_.-]+\"";
        List<String> named = Pattern.compile(quoted)
                .matcher(new String(Resources.bytes(file.substring(1)), StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group().replace("\"", ""))
                .toList();

        assertThat(Ledger.get().entries().stream().map(Ledger.Entry::id)).containsAll(named);
    }
}
