package io.handlekit.mock.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.testing.ApiTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The customers, as a person looks for them and at them. */
class CustomersIT extends BrowserTest {
    @Test
    void a_customer_created_through_the_api_appears_while_the_page_is_open() {
        page.go("Customers");
        page.awaitText(".empty", "No customers yet");
        browser.script("window.isTheSamePage = true");

        client.send("POST", "/customers", ApiTest.ADA);
        page.awaitRows(rows -> rows.size() == 1 && rows.get(0).contains("AL900001-GB | Ada Lovelace"));
        client.send("POST", "/customers", ApiTest.ADA.replace("Lovelace", "Byron"));
        page.awaitRows(rows -> rows.size() == 2 && rows.get(0).contains("AB900001-GB | Ada Byron"));

        page.awaitText(".pager", "1–2 of 2");
        assertThat(browser.script("return window.isTheSamePage")).isEqualTo(true);
    }

    @Test
    void an_opened_customer_follows_its_updates_and_shows_each_as_a_difference() {
        client.send("POST", "/customers", ApiTest.ADA);
        page.go("Customers");
        page.awaitRows(rows -> rows.size() == 1);
        page.openRow("Ada Lovelace");
        page.awaitText("[aria-label=History]", "Created");

        client.send("PUT", "/customers/AL900001-GB", "{\"email\":\"ada@engine.example\"}");
        page.awaitText(".history li:nth-child(1)", "ada@engine.example");
        client.send("PUT", "/customers/AL900001-GB", """
                {"email":"ada@notes.example","comments":"",
                 "phone":{"country_code":"+44","area_code":"20","subscriber_number":"1"}}""");
        page.awaitText(".history li:nth-child(1)", "ada@notes.example");

        assertThat(page.table(".history li:nth-child(1)"))
                .containsExactlyInAnyOrder(
                        "email | ada@engine.example | ada@notes.example",
                        "comments | old | (empty)",
                        "phone.subscriber_number | 79460000 | 1");
        assertThat(page.table(".history li:nth-child(2)"))
                .containsExactly("email | ada@example.com | ada@engine.example");
        assertThat(page.table(".history li:nth-child(3)")).contains("name.first_name | Ada", "email | ada@example.com");
        assertThat(page.text("[aria-label=customer]")).contains("ada@notes.example");
    }

    @Test
    void a_deleted_customer_leaves_the_list() {
        client.send("POST", "/customers", ApiTest.ADA);
        page.go("Customers");
        page.awaitRows(rows -> rows.size() == 1);

        client.send("DELETE", "/customers/AL900001-GB", "");

        page.awaitText(".empty", "No customers yet");
    }

    @Test
    void customers_are_searched_and_sorted() {
        for (String name : new String[] {"Lovelace", "Byron", "Somerville"}) {
            client.send(
                    "POST",
                    "/customers",
                    ApiTest.ADA.replace("Lovelace", name).replace("ada@", name.toLowerCase(Locale.ROOT) + "@"));
        }
        page.go("Customers");
        page.awaitRows(rows -> rows.size() == 3 && rows.get(0).contains("Somerville"));

        page.choose("Sort by", "Last name");
        page.choose("Order", "Ascending");
        page.awaitRows(rows -> rows.get(0).contains("Byron") && rows.get(2).contains("Somerville"));

        page.type("Search customers", "love");
        page.awaitRows(rows -> rows.size() == 1 && rows.get(0).contains("Lovelace"));
        page.choose("Search in", "E-mail");
        page.type("Search customers", "byron@");
        page.awaitRows(rows -> rows.size() == 1 && rows.get(0).contains("Byron"));
        page.type("Search customers", "nobody");
        page.awaitText(".empty", "No customer matches the search.");
    }

    @Test
    void a_customer_shows_for_which_top_level_domains_it_is_ready_and_what_is_missing() {
        client.send("POST", "/customers", ApiTest.ADA);
        page.go("Customers");
        page.awaitRows(rows -> rows.size() == 1);

        page.openRow("Ada Lovelace");

        String ready = page.awaitText("[aria-label='Readiness for top-level domains']", "Ready for");
        assertThat(ready).contains(".us", "Missing for the others", "missing or wrong");
    }
}
