package io.handlekit.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PostalAddress;
import io.handlekit.mock.internal.store.CustomerDraft;
import io.handlekit.mock.internal.store.memory.MemoryStore;
import io.handlekit.mock.testing.Proves;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The letters, number and country of new handles. */
class HandleRuleTest {
    private final MemoryStore store = new MemoryStore(Long.MAX_VALUE);

    private String next(String first, String last, String country) {
        return next(first, last, country, 900_001);
    }

    private String next(String first, String last, String country, int firstNumber) {
        NewCustomer customer = NewCustomer.builder()
                .name(new PersonName("I.", first, "de", last))
                .address(PostalAddress.builder().country(country).build())
                .build();
        CustomerDraft draft = new CustomerDraft(customer, Optional.empty(), Optional.empty());
        return store.create(HandleRule.template(customer), firstNumber, draft).value();
    }

    @Test
    @Proves("handle.number")
    void numbers_are_counted_for_each_pair_of_letters() {
        assertThat(next("Beun", "Haas", "NL")).isEqualTo("BH900001-NL");
        assertThat(next("Hans", "Visser", "NL")).isEqualTo("HV900001-NL");
        assertThat(next("Bea", "Huis", "BE")).isEqualTo("BH900002-BE");
    }

    /** As recorded: prefix and initials have no effect, and a last name may begin with "van". */
    @ParameterizedTest
    @Proves({"handle.letters", "handle.accents", "handle.other-scripts", "handle.skipped"})
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "Noor,Jonker,NJ",
                "Tom,van Dijk,TV",
                "ada,lovelace,AL",
                "Émile,Ångström,EA",
                "Øyvind,Łukasz,OL",
                "ßen,Þór,ST",
                "Ольга,Иванова,XX",
                "北京,Li,XL",
                "'t,\"Hart\",TH",
                "3M,42,MX",
                "ﬁ,ﬂ,FF",
                "Ĳsbrand,Ǆ,ID",
                "Əli,Ŧest,AT",
                "Ａb,王Wei,AW",
                "ıbrahim,İnan,II",
                "ǀXam,ʘ,XX",
            })
    void letters_are_the_first_latin_letters_of_the_names(String first, String last, String letters) {
        assertThat(next(first, last, "NL")).isEqualTo(letters + "900001-NL");
    }

    @Test
    void the_country_is_written_in_capitals() {
        assertThat(next("Ada", "Lovelace", "gb")).isEqualTo("AL900001-GB");
    }

    @Test
    @Proves("handle.seventh-digit")
    void a_seventh_digit_comes_when_six_are_used_up() {
        assertThat(next("Ada", "Lovelace", "GB", 999_999)).isEqualTo("AL999999-GB");
        assertThat(next("Ada", "Lovelace", "GB", 999_999)).isEqualTo("AL1000000-GB");
    }
}
