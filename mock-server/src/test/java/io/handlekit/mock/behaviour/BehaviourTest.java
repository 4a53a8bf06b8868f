package io.handlekit.mock.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourTest {
    /** Options, variables and ledger lines use these names, so renaming one breaks users. */
    @Test
    void switches_and_values_keep_their_names_with_the_default_first() {
        assertThat(Switch.all().stream().map(BehaviourTest::words)).containsExactly("""
                error-status: by-version http-500 http-400 http-200
                unknown-handle-status: http-400 http-404
                error-data: none text
                put-sections: replace merge
                put-name: ignore refuse
                empty-values: clear keep
                unknown-fields: ignore refuse
                token: any issued off
                login: accepted unsigned no-authority two-factor no-sandbox no-api-access
                limits: off live cte
                area-code: lenient strict
                house-number: lenient strict
                zip: lenient strict
                form: lenient strict
                tags: any existing
                tld-check: off on-create
                spec-names: camel snake
                bare-pattern: exact substring
                empty-list: absent present
                verification-status: when-started from-start
                large-limit: clamp refuse
                deleted: unknown shown
                delete: accepted has-domains attached default-handle
                maintenance: off announced on
                warnings: none one
                """.split("\n"));
    }

    private static String words(Class<? extends Switch> which) {
        return Switch.name(which) + ": "
                + Switch.values(which).stream().map(Switch::word).collect(Collectors.joining(" "));
    }

    @Test
    void every_name_sets_its_value_and_no_other_switch() {
        for (Class<? extends Switch> which : Switch.all()) {
            for (Switch value : Switch.values(which)) {
                Behaviour set = Behaviour.defaults().with(Switch.name(which), value.word());

                assertThat(set.is(value)).isTrue();
                assertThat(set).isEqualTo(Behaviour.defaults().with(value));
                assertThat(set.with(Switch.values(which).get(0)))
                        .isEqualTo(Behaviour.defaults())
                        .hasSameHashCodeAs(Behaviour.defaults());
            }
        }
    }

    @Test
    void to_string_shows_the_changed_values_and_no_account() {
        Behaviour behaviour = Behaviour.defaults()
                .with(Switch.Limits.LIVE)
                .with("account", "reseller:s3:cret")
                .with("numbering-start", "5");

        assertThat(behaviour).hasToString("Behaviour[limits=live, account, numbering-start=5]");
        assertThat(behaviour.account()).contains(new Account("reseller", "s3:cret"));
        assertThat(behaviour.account().orElseThrow().toString()).doesNotContain("reseller", "s3");
        assertThat(behaviour.with("account", "any").account()).isEmpty();
        assertThat(Behaviour.defaults()).hasToString("Behaviour[]");
    }

    @ParameterizedTest
    @CsvSource({
        "limits,many",
        "limits,LIVE",
        "no-such,off",
        "account,reseller",
        "account,:secret",
        "account,reseller:",
        "numbering-start,0",
        "numbering-start,1000000",
        "numbering-start,one",
    })
    void unknown_values_are_refused_and_not_repeated_in_the_message(String name, String word) {
        assertThatThrownBy(() -> Behaviour.defaults().with(name, word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("many");
    }

    @Test
    void the_type_switch_itself_has_no_value() {
        assertThatThrownBy(() -> Behaviour.defaults().get(Switch.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Account("", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(List.of(Switch.Token.values())).contains(Behaviour.defaults().get(Switch.Token.class));
    }
}
