package io.handlekit.mock.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.ApiTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the page looks: for every person, in every width, and with values that fill it. It leaves screenshots behind. */
class LooksIT extends BrowserTest {
    /** The views, each with a text that it has when it is complete. */
    private static final Map<String, String> VIEWS = Map.of(
            "Journal", "10 exchanges",
            "Customers", "of 4",
            "Why not?", "Compare",
            "Controls", "put-sections",
            "Ledger", "token.missing");

    /** Makes a day's work: creates, updates, mistakes and a fault. */
    private static String aDaysWork() {
        String handle = FullCustomer.create(client, FullCustomer.json());
        client.send(
                "POST", "/customers", ApiTest.ADA.replace("Lovelace", "Byron").replace("\"vat\"", "\"vta\""));
        client.send("POST", "/customers", ApiTest.ADA.replace("ada@example.com", "ada"));
        client.send("PUT", "/customers/" + handle, "{\"email\":\"ada@engine.example\"}");
        client.send("PUT", "/customers/" + handle, """
                {"email":"ada@notes.example","comments":"",
                 "phone":{"country_code":"+44","area_code":"20","subscriber_number":"1"}}""");
        client.get("/customers?limit=10&pattern=*Love*");
        client.get("/custmers");
        mock.failNext(Fault.status(503));
        client.get("/customers?limit=100");
        page.awaitRows(rows -> rows.size() == 8);
        return handle;
    }

    @Test
    void axe_finds_no_violation_on_any_view_in_light_and_dark() {
        assertAccessible("empty");
        aDaysWork();

        page.openRow("1 ignored");
        page.awaitText("[aria-label=Evidence]", "create.reply");
        assertAccessible("journal");
        page.press("Clear");
        assertAccessible("question");
        page.press("Cancel");
        page.openRow("custmers");
        page.awaitText("[aria-label='Nearest routes']", "GET /v1/customers");
        assertAccessible("unmatched");

        page.go("Customers");
        page.openRow("Lovelace");
        page.awaitText(".history", "ada@notes.example");
        assertAccessible("customer");
        browser.script("document.querySelector('[aria-label=History]').scrollIntoView()");
        inBothColours(colours -> browser.screenshot("diff-" + colours));

        page.go("Why not?");
        page.type("Members of the body, by their JSON path", "{\"$.name.first_name\": \"Grace\"}");
        page.press("Compare");
        page.awaitText(".found", "failed");
        assertAccessible("why-not");

        page.go("Controls");
        page.awaitText(".switches", "put-sections");
        page.press("flaky");
        page.awaitText(".armed", "html-page");
        inBothColours(colours -> browser.screenshot("faults-" + colours));
        page.choose("put-sections", "merge");
        page.awaitText(".changed", "put-sections");
        assertAccessible("controls");

        page.go("Ledger");
        page.type("Search the ledger", "token");
        page.awaitText(".lines", "token.missing");
        assertAccessible("ledger");
    }

    @Test
    void axe_finds_no_violation_in_the_question_for_the_control_token() {
        try (MockOpenprovider guarded =
                MockOpenprovider.start(MockOptions.defaults().controlToken("s3cret-token"))) {
            browser.driver().get(guarded.baseUri().resolve("/_handlekit/").toString());
            page.awaitText("dialog", "Control token of this mock:");
            assertAccessible("token");
            page.type("Control token of this mock:", "wrong");
            page.press("Open");
            page.awaitText("dialog", "This control token is wrong.");
            assertAccessible("wrong-token");
        }
    }

    /** Asserts that axe finds nothing wrong with what is on show, and leaves screenshots behind. */
    private static void assertAccessible(String what) {
        inBothColours(colours -> {
            browser.screenshot(what + "-" + colours);
            assertThat(browser.accessibilityViolations())
                    .as("%s, %s", what, colours)
                    .isEmpty();
        });
    }

    private static void inBothColours(Consumer<String> action) {
        for (String colours : List.of("dark", "light")) {
            browser.colours(colours);
            action.accept(colours);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 2560})
    void no_view_is_wider_than_the_window_whatever_the_values_are(int width) {
        browser.size(width, width == 2560 ? 1440 : 740);
        aDaysWork();
        List<String> handles = FullCustomer.extremes().stream()
                .map(body -> FullCustomer.create(client, body))
                .toList();
        page.awaitRows(rows -> rows.size() == 10);
        VIEWS.forEach((view, complete) -> {
            page.go(view);
            page.awaitText("main", complete);
            assertFits(view);
            browser.screenshot(
                    width + "-" + view.replace("?", "").replace(" ", "-").toLowerCase(Locale.ROOT));
        });
        page.go("Customers");
        for (String handle : handles) {
            page.openRow(handle);
            page.awaitText(".detail .facts", handle);
            assertFits(handle);
            browser.screenshot(width + "-customer-" + handles.indexOf(handle));
            back(width);
        }
        page.go("Journal");
        page.openRow("POST");
        page.awaitText("[aria-label=Request]", "company_name");
        assertFits("exchange");
        browser.screenshot(width + "-exchange");
    }

    private static void back(int width) {
        if (width <= 900) {
            page.press("← Back");
        }
    }

    /** Asserts that nothing but tables and bodies, which say so, can be scrolled sideways. */
    private static void assertFits(String what) {
        assertThat(browser.script("""
                return [...document.querySelectorAll("html, body, main, header, main *")]
                    .filter((one) => one.scrollWidth > one.clientWidth + 1
                        && /auto|scroll/.test(getComputedStyle(one).overflowX) && !one.matches(".scroll, nav")
                        || one.matches("html, body, main") && one.scrollWidth > innerWidth)
                    .map((one) => one.className || one.tagName).join();""")).as("what is too wide: %s", what).isEqualTo("");
    }
}
