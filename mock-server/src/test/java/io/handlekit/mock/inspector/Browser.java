package io.handlekit.mock.inspector;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window. It uses the installed browser and driver, and downloads nothing. */
final class Browser implements AutoCloseable {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** Selenium warns that it does not know the protocol of this version; only commands of every version are used. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts a browser; without one, the tests are skipped and a line says so. */
    static Browser start() {
        Optional<File> browser =
                BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
        Optional<File> driver = onPath("chromedriver");
        if (browser.isEmpty() || driver.isEmpty()) {
            String line = "not run: the inspector in a browser, because chromium or chromedriver is not installed";
            System.out.println(line);
            Assumptions.abort(line);
        }
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow())
                .withSilent(true)
                .build();
        Browser started = new Browser(new ChromeDriver(service, options(browser.orElseThrow())));
        started.command(
                "Browser.grantPermissions", "permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite"));
        return started;
    }

    private static Optional<File> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }

    private static ChromeOptions options(File browser) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser);
        // Chromium has no sandbox for root, which builds in containers run as.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        options.addArguments("--no-proxy-server", "--no-first-run", "--disable-background-networking", "--lang=en-GB");
        options.setCapability("goog:loggingPrefs", logs);
        options.setExperimentalOption("perfLoggingPrefs", Map.of("enablePage", false));
        return options;
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Sets the size of the page in pixels. */
    void size(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                "width",
                width,
                "height",
                height,
                "deviceScaleFactor",
                1,
                "mobile",
                false);
    }

    /** Sets the colours that the person prefers: light or dark. */
    void colours(String scheme) {
        command(
                "Emulation.setEmulatedMedia",
                "features",
                List.of(Map.of("name", "prefers-color-scheme", "value", scheme)));
    }

    void downloadTo(Path folder) {
        command("Browser.setDownloadBehavior", "behavior", "allow", "downloadPath", folder.toString());
    }

    /** Sends a command of the DevTools protocol, with names and values in turn. */
    Map<String, Object> command(String name, Object... parameters) {
        Map<String, Object> named = new HashMap<>();
        for (int at = 0; at < parameters.length; at += 2) {
            named.put((String) parameters[at], parameters[at + 1]);
        }
        return driver.executeCdpCommand(name, named);
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Writes what is on show into the build's folder. */
    void screenshot(String name) {
        String image =
                (String) command("Page.captureScreenshot", "format", "png").get("data");
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(image));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Returns what axe finds wrong with the page on show. Of what repeats, it looks at the first three. */
    List<?> accessibilityViolations() {
        if (!(boolean) script("return typeof axe === 'object'")) {
            script(resource("/axe.min.js"));
        }
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
        return (List<?>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run({ exclude: ["details", "tr", "li", "dl > div", "article", ".row"].map((kind) => `${kind}:nth-of-type(n+4)`) },
                    { resultTypes: ["violations"], preload: false }).then(
                    (found) => done(found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`))),
                    (failure) => done([String(failure)]));
                """);
    }

    private static String resource(String path) {
        try (var stream = Browser.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns what the browser logged since the last call: failed scripts, and what the page's policy forbade. */
    List<String> log() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Returns what the browser did on the network since the last call, as events of the DevTools protocol. */
    List<String> network() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
