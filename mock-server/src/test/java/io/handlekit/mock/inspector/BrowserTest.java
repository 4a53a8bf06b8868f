package io.handlekit.mock.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.testing.RawClient;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test with one mock for all methods, and one browser for all tests. The mock is reset and the page opened before each; after each,
 * no script has failed, the page's policy has forbidden nothing, nothing was asked of another host, and no address that
 * was asked for had personal data in it.
 */
@Timeout(120)
@ExtendWith(SharedBrowser.class)
abstract class BrowserTest {
    private static final Pattern SENT = Pattern.compile("\"method\":\"Network\\.requestWillBeSent\"");
    private static final Pattern URL = Pattern.compile("\"request\":\\{.*?\"url\":\"([^\"]*)\"");

    /** Texts that only the customers of these tests have, with and without escapes. */
    static final Pattern PERSONAL = Pattern.compile("(?i)lovelace|byron|somerville|example\\.|engine|@|%40");

    static Browser browser;
    static MockOpenprovider mock;
    static RawClient client;
    static InspectorPage page;

    @BeforeAll
    static void start() {
        mock = MockOpenprovider.start();
        client = new RawClient(mock);
        page = new InspectorPage(browser);
    }

    @AfterAll
    static void stop() {
        if (mock != null) {
            mock.close();
        }
    }

    @BeforeEach
    void open() {
        mock.reset();
        browser.colours("light");
        browser.size(1280, 800);
        page.open(mock.baseUri());
    }

    @AfterEach
    void theBrowserHasNothingToReport() {
        assertThat(browser.log())
                .noneMatch(line -> line.contains("Content Security Policy") || line.contains("Uncaught"));
        assertThat(addresses())
                .isNotEmpty()
                .allMatch(url -> url.matches("(blob:)?http://127\\.0\\.0\\.1:\\d+/.*"))
                .noneMatch(url -> PERSONAL.matcher(url).find());
    }

    /** Returns the addresses that the browser has asked for in this test. */
    private static List<String> addresses() {
        return browser.network().stream()
                .filter(event -> SENT.matcher(event).find())
                .map(URL::matcher)
                .filter(Matcher::find)
                .map(url -> url.group(1))
                .toList();
    }
}
