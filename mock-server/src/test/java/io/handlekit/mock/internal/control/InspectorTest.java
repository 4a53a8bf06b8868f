package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.internal.base.Resources;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the inspector gets to a browser. */
class InspectorTest extends ApiTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final int MOST_BYTES = 150 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();

    static Stream<String> files() {
        return Inspector.paths();
    }

    private void start(MockOptions options) {
        stop();
        mock = MockOpenprovider.start(options);
        client = new RawClient(mock);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(mock.baseUri().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/_handlekit", "/_handlekit/"})
    void a_browser_gets_the_page_at_the_root_and_every_other_client_the_index(String root) throws Exception {
        HttpResponse<String> page = get(root, "Accept", BROWSER);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Vary")).contains("Accept");
        assertThat(page.body()).startsWith("<!doctype html>");
        for (String accept : List.of("*/*", "application/json", "application/json, text/html;q=0.5")) {
            HttpResponse<String> index = get(root, "Accept", accept);
            assertThat(index.headers().firstValue("Content-Type")).as(accept).contains("application/json");
            assertThat(index.headers().firstValue("Vary")).contains("Accept");
            assertThat(index.body()).startsWith("{\"title\"");
        }
        assertThat(mock.exchanges()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_file_has_its_type_and_the_headers_that_keep_the_page_safe(String file) throws Exception {
        HttpResponse<String> answer = get("/_handlekit" + file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith(
                        file.endsWith(".js")
                                ? "text/javascript"
                                : file.endsWith(".css") ? "text/css" : "image/svg+xml");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "trusted-types 'none'")
                .doesNotContain("unsafe", "http:", "https:", "data:", "*");
        assertThat(client.head("/_handlekit" + file).status()).isEqualTo(200);
    }

    @Test
    void a_browser_asks_again_and_gets_a_file_once() throws Exception {
        HttpResponse<String> first = get("/_handlekit/inspector/main.js");
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = get("/_handlekit/inspector/main.js", "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(get("/_handlekit/inspector/main.js", "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void all_files_together_stay_below_150_kilobytes() {
        int bytes = Stream.concat(Stream.of("/inspector/" + Inspector.PAGE), files())
                .mapToInt(file -> Resources.bytes(file.substring(1)).length)
                .sum();

        assertThat(bytes).isBetween(1, MOST_BYTES);
    }

    @Test
    void every_import_and_link_of_the_files_leads_to_a_file_and_none_leaves_the_host() {
        Pattern reference = Pattern.compile("(?:from|import) \"([^\"]+)\"|(?:href|src)=\"([^\"#]+)\"");
        Stream.concat(Stream.of("/inspector/" + Inspector.PAGE), files()).forEach(file -> {
            String text = new String(Resources.bytes(file.substring(1)), StandardCharsets.UTF_8);
            Matcher references = reference.matcher(text);
            while (references.find()) {
                String target = references.group(1) != null
                        ? references.group(1).replaceFirst("^\\./", "/_handlekit/inspector/")
                        : references.group(2);
                assertThat(client.head(target).status())
                        .as(file + " -> " + target)
                        .isEqualTo(200);
            }
        });
    }

    /** Markup that reaches the page as a value has no effect if no file can turn text into elements. */
    @ParameterizedTest
    @MethodSource("files")
    void no_script_turns_text_into_markup_or_code(String file) {
        assertThat(new String(Resources.bytes(file.substring(1)), StandardCharsets.UTF_8))
                .doesNotContain(
                        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function")
                .doesNotContain("localStorage", "sessionStorage", "document.cookie");
    }

    @ParameterizedTest
    @CsvSource({"Host,evil.example", "X-Forwarded-For,192.0.2.7", "Origin,http://evil.example"})
    void the_page_is_refused_where_the_control_api_is(String header, String value) throws IOException {
        for (String path : List.of("", "/", "/inspector/main.js")) {
            assertThat(ControlGateTest.statusOf(
                            mock.baseUri(),
                            path,
                            "Accept: text/html\r\n" + host(header) + header + ": " + value + "\r\n"))
                    .as(path)
                    .isEqualTo(403);
        }
    }

    private static String host(String header) {
        return header.equals("Host") ? "" : "Host: localhost\r\n";
    }

    /** The files have no data, and a browser that opens the page cannot send the token yet. */
    @Test
    void with_a_control_token_the_page_is_open_and_its_data_are_not() throws Exception {
        start(MockOptions.defaults().controlToken("s3cret"));

        assertThat(get("/_handlekit/", "Accept", BROWSER).statusCode()).isEqualTo(200);
        assertThat(get("/_handlekit/inspector/main.js").statusCode()).isEqualTo(200);
        assertThat(get("/_handlekit/journal").statusCode()).isEqualTo(401);
        assertThat(get("/_handlekit/customers").statusCode()).isEqualTo(401);
        assertThat(get("/_handlekit/journal.har").statusCode()).isEqualTo(401);
    }

    @Test
    void without_the_inspector_browsers_get_the_index_and_its_files_are_gone() throws Exception {
        start(MockOptions.defaults().inspector(false));

        HttpResponse<String> index = get("/_handlekit/", "Accept", BROWSER);
        assertThat(index.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(index.headers().firstValue("Vary")).isEmpty();
        assertThat(get("/_handlekit/inspector/main.js").statusCode()).isEqualTo(404);
    }
}
