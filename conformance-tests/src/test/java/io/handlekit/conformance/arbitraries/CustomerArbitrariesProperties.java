package io.handlekit.conformance.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.tld.TldRequirements;
import io.handlekit.customers.validation.CustomerRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of the generated customers, checked with the rules of the core, which know nothing of generators. */
class CustomerArbitrariesProperties {
    @Property(tries = 200)
    void new_customers_have_no_errors(@ForAll("newCustomers") NewCustomer draft) {
        assertThat(CustomerRules.check(draft).errors()).isEmpty();
    }

    @Property(tries = 200)
    void changes_have_no_errors(@ForAll("changes") CustomerChanges changes) {
        assertThat(CustomerRules.check(changes).errors()).isEmpty();
    }

    @Property(tries = 400)
    void nothing_is_found_in_clean_customers(@ForAll("cleanCustomers") NewCustomer draft) {
        assertThat(CustomerRules.check(draft).all()).isEmpty();
    }

    @Example
    void every_country_has_customers_of_its_own() {
        for (String country : Locale.getISOCountries()) {
            assertThat(CustomerArbitraries.newCustomersIn(country).sample())
                    .satisfies(draft -> assertThat(draft.address().country()).isEqualTo(country))
                    .satisfies(draft ->
                            assertThat(CustomerRules.check(draft).errors()).isEmpty());
            assertThat(CustomerArbitraries.cleanCustomersIn(country).sample())
                    .satisfies(draft -> assertThat(draft.address().country()).isEqualTo(country))
                    .satisfies(draft ->
                            assertThat(CustomerRules.check(draft).all()).isEmpty());
        }
    }

    @Example
    void what_is_no_country_has_no_customers() {
        for (String text : List.of("", "nl", "XX", "NLD")) {
            assertThatThrownBy(() -> CustomerArbitraries.newCustomersIn(text))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> CustomerArbitraries.cleanCustomersIn(text))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Example
    void nothing_is_found_in_an_owner_by_any_top_level_domain() {
        for (String tld : TldRequirements.known()) {
            CustomerArbitraries.ownersFor(tld).sampleStream().limit(5).forEach(owner -> {
                assertThat(TldRequirements.of(tld).check(owner).all()).as(tld).isEmpty();
                assertThat(CustomerRules.check(owner).all()).as(tld).isEmpty();
            });
        }
    }

    @Example
    void owners_are_companies_and_persons_at_home_and_abroad() {
        TldRequirements ru = TldRequirements.of("ru");

        assertThat(CustomerArbitraries.ownersFor("ru")
                        .sampleStream()
                        .limit(100)
                        .map(owner -> List.of(
                                owner.companyName().isEmpty(),
                                ru.homeCountries().contains(owner.address().country()))))
                .contains(List.of(true, true), List.of(true, false), List.of(false, true), List.of(false, false));
    }

    @Property(tries = 200)
    void a_nasty_text_is_not_blank_and_comes_through_utf_8(@ForAll("nastyTexts") String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(text).isNotBlank();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(bytes).hasSizeLessThanOrEqualTo(65_536);
    }

    @Example
    void nasty_texts_are_of_every_kind() {
        List<String> texts =
                CustomerArbitraries.nastyTexts().sampleStream().limit(2000).toList();

        for (String kind : List.of("\u0000", "\u0301", "\u202e", "\u200d", "\n", "\ufeff")) {
            assertThat(texts).anyMatch(text -> text.contains(kind));
        }
        assertThat(texts).anyMatch(text -> text.getBytes(StandardCharsets.UTF_8).length > 65_000);
    }

    @Provide
    Arbitrary<NewCustomer> newCustomers() {
        return CustomerArbitraries.newCustomers();
    }

    @Provide
    Arbitrary<NewCustomer> cleanCustomers() {
        return CustomerArbitraries.cleanCustomers();
    }

    @Provide
    Arbitrary<CustomerChanges> changes() {
        return CustomerArbitraries.changes();
    }

    @Provide
    Arbitrary<String> nastyTexts() {
        return CustomerArbitraries.nastyTexts();
    }
}
