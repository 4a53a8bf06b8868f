package io.handlekit.mock.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.testing.ApiTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The lists with as many rows as they can get. */
class ManyRowsIT extends BrowserTest {
    private static final int EXCHANGES = 10_000;
    private static final int CUSTOMERS = 100_000;
    private static final int AT_ONCE = 100;
    private static final int MOST_ELEMENTS = 60;

    @Test
    void ten_thousand_exchanges_have_elements_for_the_rows_in_sight_and_the_end_shows_the_first() {
        HttpClient http = HttpClient.newHttpClient();
        for (int call = 0; call < EXCHANGES; call += AT_ONCE) {
            List<CompletableFuture<?>> sent = IntStream.range(call, call + AT_ONCE)
                    .<CompletableFuture<?>>mapToObj(number -> http.sendAsync(
                            HttpRequest.newBuilder(mock.baseUri().resolve("/v1/tags?number=" + number))
                                    .build(),
                            BodyHandlers.discarding()))
                    .toList();
            sent.forEach(CompletableFuture::join);
        }
        page.awaitText(".pager", "10,000 exchanges");
        assertThat(elements()).isBetween(1, MOST_ELEMENTS);

        page.openRow("/v1/tags");
        page.keys(Keys.END, Keys.ENTER);

        page.awaitText(".detail .facts", "exchange 1");
        assertThat(page.text(".detail h2")).contains(mock.exchanges().get(0).query());
        assertThat(elements()).isBetween(1, MOST_ELEMENTS);
        page.type("Text or handle", "number=" + (EXCHANGES - 1));
        page.awaitRows(rows -> rows.size() == 1);
    }

    @Test
    void a_hundred_thousand_customers_are_paged_and_each_end_and_any_one_is_found() {
        for (int first = 0; first < CUSTOMERS; first += CUSTOMERS / 20) {
            mock.seed(IntStream.range(first, first + CUSTOMERS / 20)
                    .mapToObj(number -> ApiTest.ADA.replace("ada@", "no" + number + "@"))
                    .collect(Collectors.joining(",", "[", "]")));
        }
        page.go("Customers");
        page.awaitText(".pager", "1–200 of 100,000");
        page.awaitRows(rows -> rows.get(0).contains("no99999@"));
        assertThat(elements()).isBetween(1, MOST_ELEMENTS);

        page.press("Next");
        page.awaitText(".pager", "201–400 of 100,000");
        page.awaitRows(rows -> rows.get(0).contains("no99799@"));
        page.openRow("no99799@");
        page.keys(Keys.END);
        page.awaitRows(rows -> rows.get(rows.size() - 1).contains("no99600@"));
        assertThat(elements()).isBetween(1, MOST_ELEMENTS);

        page.choose("Order", "Ascending");
        page.awaitText(".pager", "1–200 of 100,000");
        page.awaitRows(rows -> rows.get(0).contains("no0@"));
        page.choose("Search in", "E-mail");
        page.type("Search customers", "no54321@");
        page.awaitRows(rows -> rows.size() == 1 && rows.get(0).contains("no54321@"));
    }

    private static int elements() {
        return ((Number) browser.script("return document.querySelectorAll('.row').length")).intValue();
    }
}
