package io.handlekit.mock.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/**
 * The inspector as a person meets it: by names that are read, with mouse and keys. Everything waits for the page, with
 * a timeout that only a failure reaches.
 */
final class InspectorPage {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Finds the visible element with a name, in the dialog if one is open. */
    private static final String NAMED = """
            const [css, name] = arguments;
            const root = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
            return [...root.querySelectorAll(css)].find((one) => one.checkVisibility() && !one.disabled
                && (one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent).trim() === name);
            """;

    private final Browser browser;

    InspectorPage(Browser browser) {
        this.browser = browser;
    }

    /** Opens the page at its address. */
    void open(URI root) {
        browser.driver().get(root.resolve("/_handlekit/").toString());
        awaitText("#connection", "Live");
    }

    /** Goes to a view by its link. */
    void go(String view) {
        click("nav a", view);
        until(() -> browser.driver().getTitle(), title -> title.startsWith(view));
    }

    void press(String button) {
        click("button", button);
    }

    void click(String css, String name) {
        retried(() -> {
            named(css, name).click();
            return true;
        });
    }

    /** Replaces what is in a field. */
    void type(String field, String text) {
        retried(() -> {
            WebElement element = named("input, textarea", field);
            element.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
            element.sendKeys(text);
            return true;
        });
    }

    void choose(String field, String option) {
        retried(() -> {
            named("select", field).findElements(By.tagName("option")).stream()
                    .filter(one -> one.getText().equals(option))
                    .findFirst()
                    .orElseThrow()
                    .click();
            return true;
        });
    }

    /** Sends keys to what has the focus. */
    void keys(CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    void shiftTab() {
        new Actions(browser.driver())
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.TAB)
                .keyUp(Keys.SHIFT)
                .perform();
    }

    /** Returns the name of what has the focus. */
    String focused() {
        return String.valueOf(browser.script("""
                const one = document.activeElement;
                return (one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent).trim();"""));
    }

    /** Returns true if what has the focus is in sight and has an outline. */
    boolean focusIsVisible() {
        return (boolean) browser.script("""
                const one = document.activeElement;
                const style = getComputedStyle(one);
                const box = one.getBoundingClientRect();
                return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5
                    && box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;""");
    }

    /** Returns the rows in sight, each with its cells in order. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        ((List<?>) browser.script("""
                return [...document.querySelectorAll(".row")].filter((one) => one.checkVisibility())
                    .sort((one, other) => one.getAttribute("aria-posinset") - other.getAttribute("aria-posinset"))
                    .map((one) => [...one.children].map((cell) => cell.textContent).join(" | "));""")).forEach(row -> rows.add((String) row));
        return rows;
    }

    /** Opens the first row that has a text, by mouse. */
    void openRow(String text) {
        retried(() -> {
            row(text).click();
            return true;
        });
    }

    private WebElement row(String text) {
        WebElement found = until(() -> (WebElement) browser.script("""
                        return [...document.querySelectorAll(".row")]
                            .find((one) => one.checkVisibility() && one.textContent.includes(arguments[0]));""", text), Objects::nonNull);
        assertThat(found).as("a row with %s", text).isNotNull();
        return found;
    }

    /** Returns the rows of a table's body, each with its cells in order. */
    List<String> table(String css) {
        List<String> rows = new ArrayList<>();
        ((List<?>) browser.script("""
                return [...document.querySelectorAll(arguments[0] + " tbody tr")]
                    .map((one) => [...one.children].map((cell) => cell.textContent).join(" | "));""", css)).forEach(row -> rows.add((String) row));
        return rows;
    }

    /** Returns the text of the first element of a kind; empty if there is none. */
    String text(String css) {
        return (String) browser.script(
                "return [...document.querySelectorAll(arguments[0])].find((one) => one.checkVisibility())?.innerText ?? ''",
                css);
    }

    String awaitText(String css, String expected) {
        String last = until(() -> text(css), text -> text.contains(expected));
        assertThat(last).as(css).contains(expected);
        return last;
    }

    List<String> awaitRows(Predicate<List<String>> wanted) {
        List<String> last = until(this::rows, wanted);
        assertThat(wanted.test(last)).as("the rows %s", last).isTrue();
        return last;
    }

    /** Returns what the page has copied, from the clipboard. */
    String copied() {
        return (String)
                browser.driver()
                        .executeAsyncScript(
                                "navigator.clipboard.readText().then(arguments[0], (failure) => arguments[0](String(failure)))");
    }

    private WebElement named(String css, String name) {
        WebElement found = until(() -> (WebElement) browser.script(NAMED, css, name), Objects::nonNull);
        assertThat(found).as("%s named %s", css, name).isNotNull();
        return found;
    }

    /** Returns the first value that is wanted, or the last one after the timeout. */
    static <T> T until(Supplier<T> source, Predicate<T> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T last = source.get();
        while (!wanted.test(last) && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
            last = source.get();
        }
        return last;
    }

    /** Repeats an action if the page has replaced the element meanwhile. */
    private static void retried(Supplier<Boolean> action) {
        until(
                () -> {
                    try {
                        return action.get();
                    } catch (StaleElementReferenceException replaced) {
                        return false;
                    }
                },
                done -> done);
    }
}
