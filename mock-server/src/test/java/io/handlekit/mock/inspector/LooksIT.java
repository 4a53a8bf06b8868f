package io.handlekit.mock.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.ApiTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the page looks: for every person, in every width, and with values that fill it. It leaves screenshots behind. */
class LooksIT extends BrowserTest {
    private static final List<String> VIEWS = List.of("Journal", "Customers", "Why not?", "Controls", "Ledger");

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

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void axe_finds_no_violation_on_any_view(String colours) {
        browser.colours(colours);
        assertAccessible("empty journal");
        browser.screenshot("empty-" + colours);
        aDaysWork();

        page.openRow("1 ignored");
        page.awaitText("[aria-label=Evidence]", "create.reply");
        assertAccessible("journal");
        browser.screenshot("journal-" + colours);
        page.press("Clear");
        assertAccessible("question");
        page.press("Cancel");
        page.openRow("custmers");
        page.awaitText(".note", "nearest");
        assertAccessible("unmatched call");

        page.go("Customers");
        page.openRow("Lovelace");
        page.awaitText(".history", "ada@notes.example");
        assertAccessible("customer");
        browser.screenshot("customer-" + colours);
        browser.script("document.querySelector('[aria-label=History]').scrollIntoView()");
        browser.screenshot("diff-" + colours);

        page.go("Why not?");
        page.type("Members of the body, by their JSON path", "{\"$.name.first_name\": \"Grace\"}");
        page.press("Compare");
        page.awaitText(".found", "failed");
        assertAccessible("why not");
        browser.screenshot("why-not-" + colours);

        page.go("Controls");
        page.press("flaky");
        page.awaitText(".armed", "html-page");
        browser.screenshot("faults-" + colours);
        page.choose("put-sections", "merge");
        page.awaitText(".changed", "put-sections");
        assertAccessible("controls");

        page.go("Ledger");
        page.type("Search the ledger", "token");
        page.awaitText(".lines", "token.missing");
        assertAccessible("ledger");
        browser.screenshot("ledger-" + colours);
    }

    private static void assertAccessible(String what) {
        assertThat(browser.accessibilityViolations()).as(what).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 2560})
    void no_view_is_wider_than_the_window_whatever_the_values_are(int width) {
        browser.size(width, width == 2560 ? 1440 : 740);
        aDaysWork();
        List<String> handles = FullCustomer.extremes().stream()
                .map(body -> FullCustomer.create(client, body))
                .toList();
        page.awaitRows(rows -> rows.get(0).contains("POST"));
        for (String view : VIEWS) {
            page.go(view);
            assertFits(view);
            browser.screenshot(
                    width + "-" + view.replace("?", "").replace(" ", "-").toLowerCase(Locale.ROOT));
        }
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
