package io.handlekit.mock.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps the page connected and its person safe: reconnecting, the control token, values that look like markup. */
class ConnectionIT extends BrowserTest {
    private static final String MARKUP = "<img src=x onerror=attack()><script>attack()</script>";
    private static final String[] VIEWS = {"Journal", "Customers", "Why not?", "Controls", "Ledger"};

    @Test
    void the_page_says_that_it_lost_the_mock_and_goes_on_when_it_is_back() {
        MockOpenprovider first = MockOpenprovider.start();
        new RawClient(first).send("POST", "/customers", ApiTest.ADA);
        page.open(first.baseUri());
        page.awaitRows(rows -> rows.size() == 1);
        browser.script("window.isTheSamePage = true");

        first.close();
        page.awaitText("#connection", "Reconnecting…");
        assertThat(page.rows()).as("what was seen stays").hasSize(1);

        try (MockOpenprovider second =
                MockOpenprovider.start(MockOptions.defaults().port(first.port()))) {
            page.awaitText("#connection", "Live");
            page.awaitText(".empty", "No calls yet");
            new RawClient(second).get("/customers");
            page.awaitRows(rows -> rows.size() == 1 && rows.get(0).contains("GET"));
            assertThat(browser.script("return window.isTheSamePage")).isEqualTo(true);
        }
    }

    @Test
    void the_control_token_is_asked_for_once_and_kept_in_memory_only() {
        try (MockOpenprovider guarded =
                MockOpenprovider.start(MockOptions.defaults().controlToken("s3cret-token"))) {
            new RawClient(guarded).send("POST", "/customers", ApiTest.ADA);
            browser.driver().get(guarded.baseUri().resolve("/_handlekit/").toString());
            page.type("Control token of this mock:", "wrong");
            page.press("Open");
            page.type("This control token is wrong. Control token:", "s3cret-token");
            page.press("Open");

            page.awaitText("#connection", "Live");
            page.awaitRows(rows -> rows.size() == 1);
            for (String view : VIEWS) {
                page.go(view);
            }
            page.awaitText(".lines", "route.customers");
            assertThat(page.text("dialog")).isEmpty();
            assertThat(browser.script(
                            "return JSON.stringify([localStorage, sessionStorage, document.cookie, location.href,"
                                    + " document.documentElement.outerHTML])"))
                    .asString()
                    .startsWith("[{},{},\"\",")
                    .doesNotContain("s3cret");

            browser.driver().navigate().refresh();
            page.awaitText("dialog", "Control token of this mock:");
        }
    }

    @Test
    void a_customer_named_with_markup_is_shown_as_text_and_does_nothing() {
        browser.script("window.attack = () => { window.isAttacked = true; alert('attacked'); }");
        String body = ApiTest.ADA
                .replace("\"Ada\"", json(MARKUP))
                .replace("\"London\",\"country\"", json("\"><svg onload=attack()>") + ",\"country\"")
                .replace("\"old\"", json("</pre><iframe srcdoc='<script>parent.attack()</script>'></iframe>"))
                .replace("\"vat\":", json(MARKUP) + ":1,\"vat\":");
        client.send("POST", "/customers", body);
        client.get("/customers/" + "%3Cimg%20src=x%20onerror=attack()%3E?pattern=%3Cscript%3Eattack()%3C/script%3E");
        page.awaitRows(rows -> rows.size() == 2);

        page.openRow("POST");
        page.awaitText("[aria-label=Request]", MARKUP.replace("\"", "\\\""));
        page.press("Expect this call");
        page.type("Path below the version", "/customers/" + "x");
        page.press("Compare");
        page.awaitText(".found", "failed");
        assertNothingCameToLife();
        page.go("Customers");
        String handle = page.awaitRows(rows -> rows.size() == 1 && rows.get(0).contains(MARKUP))
                .get(0)
                .split(" ", 2)[0];
        page.openRow(MARKUP);
        page.awaitText(".detail h2", MARKUP);
        client.send("PUT", "/customers/" + handle, "{\"comments\":" + json("<b onclick=attack()>" + MARKUP) + "}");
        page.awaitText(".history", "<b onclick");
        assertNothingCameToLife();
    }

    private static String json(String text) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
    }

    private static void assertNothingCameToLife() {
        assertThat(browser.script("""
                return [typeof window.isAttacked, document.querySelectorAll("img, iframe, b, #view script, .detail svg, .row svg").length,
                    document.scripts.length].join();""")).isEqualTo("undefined,0,1");
    }

    @Test
    void no_address_has_personal_data() {
        client.send("POST", "/customers", ApiTest.ADA);
        page.awaitRows(rows -> rows.size() == 1);
        page.type("Text or handle", "Lovelace");
        page.openRow("POST");
        page.press("Expect this call");
        page.awaitText(".found", "verified");
        page.go("Customers");
        page.type("Search customers", "ada@example.com");
        page.choose("Search in", "E-mail");
        page.awaitRows(rows -> rows.size() == 1);
        page.openRow("Ada Lovelace");
        page.awaitText(".detail h2", "Ada Lovelace");

        assertThat(requested())
                .as("what the page asked for")
                .anyMatch(url -> url.contains("/customers/search"))
                .noneMatch(url -> PERSONAL.matcher(url).find());
        assertThat(browser.driver().getCurrentUrl())
                .isEqualTo(mock.baseUri().resolve("/_handlekit/#customers").toString());
        assertThat(browser.driver().getTitle()).isEqualTo("Customers · Handlekit Mock");
    }

    /** Returns what this page has asked for, by its own record. */
    private static List<String> requested() {
        return ((List<?>) browser.script("return performance.getEntriesByType('resource').map((one) => one.name)"))
                .stream().map(String::valueOf).toList();
    }
}
