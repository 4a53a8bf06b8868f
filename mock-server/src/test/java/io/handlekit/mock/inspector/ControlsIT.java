package io.handlekit.mock.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.testing.ApiTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a person changes, by mouse and by keyboard. */
class ControlsIT extends BrowserTest {
    @Test
    void a_fault_that_is_armed_strikes_and_its_call_is_marked() {
        page.go("Controls");
        page.awaitText(".panels", "No fault is armed.");
        page.choose("Fault", "status");
        page.type("Status", "502");
        page.choose("Method", "GET");
        page.press("Arm");
        page.awaitText(".armed", "status 502, method GET, at_most 1");

        client.get("/customers");

        page.go("Journal");
        assertThat(page.awaitRows(rows -> rows.size() == 1).get(0)).contains("fault", "502");
        page.openRow("/v1/customers");
        page.awaitText(".note.failed", "status=502");
        page.go("Controls");
        page.awaitText(".panels", "No fault is armed.");
    }

    @Test
    void a_profile_is_armed_and_disarmed() {
        page.go("Controls");
        page.press("maintenance");
        page.awaitText(".armed", "vendor-error");
        assertThat(mock.faults()).isNotEmpty();

        page.press("Disarm all");

        page.awaitText(".panels", "No fault is armed.");
        assertThat(mock.faults()).isEmpty();
    }

    @Test
    void a_switch_is_toggled_and_marked_as_changed() {
        page.go("Controls");

        page.choose("put-sections", "merge");

        page.awaitText(".changed", "put-sections");
        assertThat(mock.behaviour().is(Switch.PutSections.MERGE)).isTrue();
        page.choose("put-sections", "replace");
        page.awaitText("#told", "put-sections: replace.");
        assertThat(mock.behaviour().is(Switch.PutSections.REPLACE)).isTrue();
        assertThat(page.text(".changed")).isEmpty();
    }

    @Test
    void a_switch_that_is_changed_again_before_the_first_answer_keeps_the_last_choice() {
        page.go("Controls");
        page.awaitText(".switches", "put-sections");
        browser.script("""
                const real = window.fetch;
                window.held = [];
                window.fetch = async (...call) => {
                    const answer = await real(...call);
                    await (call[1]?.method === "PATCH" ? new Promise((go) => held.push(go)) : undefined);
                    return answer;
                };""");
        page.choose("put-sections", "merge");
        page.choose("put-sections", "replace");

        release("put-sections: merge.");
        assertThat(chosen("put-sections")).isEqualTo("replace");
        release("put-sections: replace.");

        assertThat(chosen("put-sections")).isEqualTo("replace");
        assertThat(mock.behaviour().is(Switch.PutSections.REPLACE)).isTrue();
    }

    /** Lets the page have the answer to its oldest change, and waits until it tells of that. */
    private static void release(String told) {
        InspectorPage.until(() -> browser.script("return held.length > 0 && !held.shift()()"), Boolean.TRUE::equals);
        page.awaitText("#told", told);
    }

    private static Object chosen(String name) {
        return browser.script("return document.getElementById('switch-' + arguments[0]).value", name);
    }

    @Test
    void a_value_that_the_mock_refuses_is_told_and_the_present_one_is_shown_again() {
        page.go("Controls");
        page.type("numbering-start", "0");
        page.keys(Keys.TAB);

        page.awaitText("#told", "numbering-start");

        InspectorPage.until(() -> chosen("numbering-start"), "900001"::equals);
        assertThat(chosen("numbering-start")).isEqualTo("900001");
    }

    @Test
    void the_clock_moves_forward_and_pasted_customers_are_added_until_a_reset() {
        page.go("Controls");
        page.press("+ 48 hours");
        page.awaitText(".panels", "PT48H ahead");
        page.type("Paste bodies of creates, or replies of the service", "[" + ApiTest.ADA.replace("\n", "") + "]");
        page.press("Add customers");
        page.awaitText("#told", "Added 1.");
        assertThat(mock.size()).isEqualTo(1);

        page.press("Reset the mock");
        page.press("Reset");

        page.awaitText(".panels", "as started");
        assertThat(mock.size()).isZero();
    }

    @Test
    void a_mistake_in_what_is_pasted_is_told_and_changes_nothing() {
        page.go("Controls");
        page.type("Paste bodies of creates, or replies of the service", "[{\"email\":\"ada\"}]");

        page.press("Add customers");

        page.awaitText("#told", "[0]");
        assertThat(mock.size()).isZero();
    }

    @Test
    void the_page_says_which_mock_it_shows_and_where_its_state_is_kept() {
        page.go("Controls");

        assertThat(page.awaitText("[aria-label='This mock']", "memory")).contains("127.0.0.1:" + mock.port());
    }

    @Test
    void one_whole_way_needs_the_keyboard_alone_and_shows_where_the_focus_is() {
        client.send("POST", "/customers", ApiTest.ADA);
        client.send("PUT", "/customers/AL900001-GB", "{\"email\":\"ada@engine.example\"}");
        page.awaitRows(rows -> rows.size() == 2);

        tabTo("Exchanges");
        page.keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER);
        page.awaitText(".detail h2", "PUT");
        tabTo("Copy as curl");
        page.keys(Keys.ENTER);
        page.awaitText("#told", "Copied as curl");
        assertThat(page.copied()).startsWith("curl -X PUT");

        backTo("Customers");
        page.keys(Keys.ENTER);
        page.awaitText("nav a[aria-current]", "Customers");
        tabTo("Search customers");
        page.keys("love");
        page.awaitRows(rows -> rows.size() == 1 && rows.get(0).contains("ada@engine.example"));
        tabTo("Customers");
        page.keys(Keys.END, Keys.ENTER);
        page.awaitText(".detail h2", "Ada Lovelace");

        backTo("Controls");
        page.keys(Keys.ENTER);
        page.awaitText(".panels", "No fault is armed.");
        tabTo("Fault");
        page.keys("reset");
        tabTo("Arm");
        page.keys(Keys.SPACE);
        page.awaitText(".armed", "reset");
        tabTo("Disarm all");
        page.keys(Keys.ENTER);
        page.awaitText(".panels", "No fault is armed.");
        tabTo("put-sections");
        page.keys(Keys.ARROW_DOWN);
        page.awaitText("#told", "put-sections: merge.");
        assertThat(mock.behaviour().is(Switch.PutSections.MERGE)).isTrue();
    }

    private static void tabTo(String name) {
        move(name, () -> page.keys(Keys.TAB));
    }

    private static void backTo(String name) {
        move(name, page::shiftTab);
    }

    /** Moves the focus until it is on the element with a name; each element on the way shows that it has the focus. */
    private static void move(String name, Runnable key) {
        List<String> way = new ArrayList<>();
        do {
            key.run();
            way.add(page.focused());
            assertThat(page.focusIsVisible())
                    .as("the focus at the end of %s", way)
                    .isTrue();
            assertThat(way).as("the way to %s", name).hasSizeLessThan(60);
        } while (!page.focused().equals(name));
    }
}
