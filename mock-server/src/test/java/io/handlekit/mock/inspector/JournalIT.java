package io.handlekit.mock.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.journal.Exchange;
import io.handlekit.mock.testing.ApiTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The journal, and what a person does with one of its exchanges. */
class JournalIT extends BrowserTest {
    /** An update that a shell and a compiler could misread. */
    private static final String AWKWARD = """
            {"comments":"it's $HOME `id` \\"quoted\\" \\\\ 100%\\nsecond line é 漢 \\u2028!","email":"ada+o'hara@example.com","tags":[]}""";

    @TempDir
    private Path folder;

    @Test
    void a_call_appears_while_the_page_is_open() {
        browser.script("window.isTheSamePage = true");
        page.awaitText(".empty", "No calls yet");

        client.send("POST", "/customers", ApiTest.ADA);

        page.awaitRows(rows -> rows.size() == 1 && rows.get(0).contains("POST | /v1/customers"));
        page.awaitText(".pager", "1 exchange");
        assertThat(browser.script("return window.isTheSamePage")).isEqualTo(true);
    }

    @Test
    void the_filters_find_calls_by_text_handle_method_outcome_status_and_code() {
        client.send("POST", "/customers", ApiTest.ADA);
        client.send("POST", "/customers", ApiTest.ADA.replace("ada@example.com", "nobody"));
        client.get("/customers/AL900001-GB");
        mock.failNext(Fault.status(503));
        client.get("/customers");
        page.awaitRows(rows -> rows.size() == 4);

        page.type("Text or handle", "AL900001-gb");
        page.awaitRows(rows -> rows.size() == 2);
        page.type("Text or handle", "NOBODY");
        assertThat(page.awaitRows(rows -> rows.size() == 1).get(0)).contains("POST", "400 · 146");
        page.type("Text or handle", "no call has this");
        page.awaitText(".empty", "No exchange matches the filter.");
        page.type("Text or handle", "");

        page.choose("Any method", "GET");
        page.awaitRows(rows -> rows.size() == 2);
        page.choose("Any outcome", "failed");
        page.awaitRows(rows -> rows.size() == 1 && rows.get(0).contains("503"));
        page.choose("Any method", "Any method");
        page.choose("Any outcome", "Any outcome");

        page.type("Status or code", "146");
        page.awaitRows(rows -> rows.size() == 1 && rows.get(0).contains("400 · 146"));
        page.type("Status or code", "5");
        page.awaitRows(rows -> rows.size() == 1 && rows.get(0).contains("503"));
        page.awaitText(".pager", "1 of 4");
    }

    @Test
    void an_opened_call_shows_both_bodies_what_was_ignored_and_the_evidence() {
        client.send("POST", "/customers", ApiTest.ADA.replace("\"vat\"", "\"vta\""));
        page.awaitRows(rows -> rows.size() == 1 && rows.get(0).contains("1 ignored"));

        page.openRow("POST");

        assertThat(page.text("[aria-label=Request] .ignored")).contains("\"vta\"", "ignored");
        assertThat(page.text("[aria-label=Request]")).contains("\"first_name\": \"Ada\"");
        assertThat(page.text("[aria-label=Answer]")).contains("AL900001-GB");
        page.awaitText("[aria-label=Evidence]", "create.reply");
    }

    @Test
    void a_refused_call_shows_its_headers_and_marks_the_member_at_fault() {
        client.send("POST", "/customers", ApiTest.ADA.replace("ada@example.com", "ada"));
        page.awaitRows(rows -> rows.size() == 1);

        page.openRow("POST");

        page.awaitText("[aria-label=Request] .wrong", "146");
        page.awaitText(".detail summary", "headers");
    }

    @Test
    void the_copied_curl_line_sends_the_same_call_and_gets_the_same_answer() throws Exception {
        client.send("POST", "/customers", ApiTest.ADA);
        client.send("PUT", "/customers/AL900001-GB", AWKWARD);
        client.get("/customers?pattern=*Love*&limit=5");
        page.awaitRows(rows -> rows.size() == 3);

        for (String row : List.of("PUT", "?pattern")) {
            String before = page.copied();
            page.openRow(row);
            page.awaitText(".detail", row);
            page.press("Copy as curl");
            String line = InspectorPage.until(page::copied, copied -> !copied.equals(before));
            page.awaitText("#told", "Copied as curl");
            Exchange original = recorded(row);

            String answer = Shell.run(line);

            assertThat(answer).isEqualTo(original.responseBody());
            Exchange again = mock.exchanges().get(mock.exchanges().size() - 1);
            assertThat(again.path()).isEqualTo(original.path());
            assertThat(again.query()).isEqualTo(original.query());
            assertThat(again.requestBody()).isEqualTo(original.requestBody());
        }
    }

    private static Exchange recorded(String part) {
        return mock.exchanges().stream()
                .filter(one -> (one.method() + one.path() + "?" + one.query()).contains(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_copied_java_compiles_and_verifies_the_call_and_no_other() throws Exception {
        client.send("POST", "/customers", ApiTest.ADA);
        client.send("PUT", "/customers/AL900001-GB", AWKWARD);
        page.awaitRows(rows -> rows.size() == 2);
        page.openRow("PUT");
        page.press("Copy as Java");
        page.awaitText("#told", "Copied as Java");

        CopiedJava copied = CopiedJava.compile(page.copied(), folder);

        copied.verify(mock);
        mock.clearExchanges();
        client.send("PUT", "/customers/AL900001-GB", AWKWARD.replace("100%", "99%"));
        assertThat(copied.fails(mock)).isTrue();
    }

    @Test
    void a_replay_sends_the_call_again_and_shows_its_answer() {
        client.send("POST", "/customers", ApiTest.ADA);
        page.awaitRows(rows -> rows.size() == 1);
        page.openRow("POST");

        page.press("Replay");

        page.awaitText("[aria-label='Answer to the replay']", "AL900002-GB");
        page.awaitRows(rows -> rows.size() == 2);
        assertThat(mock.exchanges().get(1).requestBody()).isEqualTo(ApiTest.ADA);
    }

    @Test
    void replay_and_curl_repeat_a_call_with_a_token_of_their_own_if_tokens_are_issued() throws Exception {
        mock.behaviour(Behaviour.defaults().with(Switch.Token.ISSUED));
        String token = client.send("POST", "/auth/login", "{\"username\":\"a\",\"password\":\"b\"}")
                .data()
                .path("token")
                .stringValue();
        client.send("POST", "/customers", BodyPublishers.ofString(ApiTest.ADA), "Bearer " + token);
        client.send("POST", "/customers", BodyPublishers.ofString(ApiTest.ADA), "Bearer unknown");
        page.awaitRows(rows -> rows.size() == 3);

        page.openRow("200");
        page.press("Replay");
        page.awaitText("[aria-label='Answer to the replay']", "AL900002-GB");
        page.press("Copy as curl");
        page.awaitText("#told", "Copied as curl");
        assertThat(page.copied()).doesNotContain(token);
        assertThat(Shell.run(page.copied())).contains("AL900003-GB");

        page.openRow("196");
        page.press("Replay");
        page.awaitText("[aria-label='Answer to the replay']", "196");
    }

    @Test
    void a_call_to_no_route_shows_the_nearest_ones() {
        client.get("/custmers");
        page.awaitRows(rows -> rows.size() == 1);
        page.openRow("custmers");

        page.awaitText("[aria-label='Nearest routes']", "GET /v1/customers");
        assertThat(page.table("[aria-label='Nearest routes']"))
                .contains("GET /v1/customers | path | /v1/customers | /v1/custmers");
    }

    @Test
    void why_not_shows_how_the_nearest_call_differs_field_by_field() {
        client.send("POST", "/customers", ApiTest.ADA);
        page.awaitRows(rows -> rows.size() == 1);
        page.openRow("POST");
        page.press("Expect this call");
        page.awaitText(".found", "verified:");

        page.type("Members of the body, by their JSON path", "{\"$.name.first_name\": \"Grace\", \"$.fax.none\": 1}");
        page.press("Compare");

        page.awaitText(".found", "failed:");
        assertThat(page.table(".near table"))
                .containsExactlyInAnyOrder("$.name.first_name | Grace | Ada", "$.fax.none | 1 | missing");
    }

    @Test
    void why_not_shows_how_the_nearest_call_of_another_method_or_path_differs() {
        client.send("POST", "/customers", ApiTest.ADA);
        for (int call = 0; call < 3; call++) {
            client.get("/tags");
        }
        page.go("Why not?");
        page.choose("Method", "PUT");
        page.type("Path below the version", "/customers/*");
        page.type("Members of the body, by their JSON path", "{\"$.email\": \"ada@engine.example\"}");
        page.press("Compare");

        page.awaitText(".found", "failed:");
        assertThat(page.table(".near:first-of-type table"))
                .containsExactly(
                        "method | PUT | POST",
                        "path | /customers/* | /customers",
                        "$.email | ada@engine.example | ada@example.com");
    }

    @Test
    void the_rate_and_the_latency_of_the_last_minute_are_two_lines_with_words() {
        page.awaitText(".pulse", "idle");

        client.get("/customers");
        client.get("/customers");

        page.awaitText(".pulse", " ms");
        assertThat(line("rate")).as("a point for each second").matches("M[\\d.]+,[\\d.]+(L[\\d.]+,[\\d.]+){59}");
        assertThat(line("latency")).as("points for the seconds with calls").matches("([ML][\\d.]+,[\\d.]+h0){1,2}");
        assertThat((String) browser.script("return document.querySelector('.pulse svg').ariaLabel"))
                .matches(
                        "Last minute: 2 calls, at most [12] in a second; latency [\\d.]+ ms on average, at most [\\d.]+ ms in a second");
    }

    private static String line(String name) {
        return (String)
                browser.script("return document.querySelector('.pulse path.' + arguments[0]).getAttribute('d')", name);
    }

    @Test
    void the_exported_archive_has_the_journal() throws Exception {
        browser.downloadTo(folder);
        client.send("POST", "/customers", ApiTest.ADA);
        page.awaitRows(rows -> rows.size() == 1);

        page.press("Export HAR");

        Path archive = folder.resolve("journal.har");
        InspectorPage.until(() -> Files.exists(archive), exists -> exists);
        assertThat(JsonMapper.shared()
                        .readTree(archive)
                        .at("/log/entries/0/request/postData/text")
                        .stringValue())
                .isEqualTo(ApiTest.ADA);
    }

    @Test
    void the_journal_is_cleared_after_a_question() {
        client.get("/customers");
        page.awaitRows(rows -> rows.size() == 1);

        page.press("Clear");
        page.press("Cancel");
        assertThat(mock.exchanges()).hasSize(1);
        page.press("Clear");
        page.click("dialog button", "Clear");

        page.awaitText(".empty", "No calls yet");
        assertThat(mock.exchanges()).isEmpty();
    }
}
