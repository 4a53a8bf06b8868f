package io.handlekit.customers.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unknown members as values: what is accepted, what is equal, what is shown, and where they may stand. */
class UnknownMembersValueTest {
    private static final UnknownMembers SECRET = UnknownMembers.NONE.with("secretname", "\"secretvalue\"");

    /** One value of each type that has unknown members. */
    private static List<Object> values() {
        NewCustomer draft = NewCustomer.builder()
                .name(PersonName.of("A", "B").withUnknownMembers(SECRET))
                .unknownMembers(SECRET)
                .build();
        return List.of(
                SECRET,
                draft,
                Customer.builder(new CustomerHandle("AB900001-NL"), draft).build(),
                CustomerChanges.builder().unknownMembers(SECRET).build(),
                draft.name(),
                PostalAddress.builder().street("S").unknownMembers(SECRET).build(),
                new PhoneNumber("+31", "20", "1").withUnknownMembers(SECRET),
                CustomerTag.of("VIP").withUnknownMembers(SECRET),
                new AttachedFile("D", "id", "/").withUnknownMembers(SECRET),
                AdditionalData.builder().put("x", "y").unknownMembers(SECRET).build(),
                ExtensionData.builder("ru")
                        .unknownMembers(SECRET)
                        .unknownData(SECRET)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("values")
    void no_value_shows_them(Object value) {
        assertThat(value.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_builder_made_from_a_value_keeps_them(Object value) throws ReflectiveOperationException {
        for (Method method : value.getClass().getMethods()) {
            if (method.getName().equals("toBuilder")) {
                Object builder = method.invoke(value);
                assertThat(builder.getClass().getMethod("build").invoke(builder))
                        .isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1.10",
                "1e400",
                "-12E-3",
                "\"\"",
                "\"a\\u00e9\\n\"",
                "true",
                "false",
                "null",
                "[]",
                "{}",
                "[1,[{\"a\":null}]]",
                "{\"a\":{\"b\":[1,2]},\"a\":3}",
                "123456789012345678901234567890"
            })
    void json_is_kept_as_it_is(String json) {
        assertThat(UnknownMembers.NONE.with("x", json).json()).isEqualTo(Map.of("x", json));
    }

    @Test
    void white_space_is_removed_and_other_characters_than_ascii_are_escaped() {
        assertThat(UnknownMembers.NONE
                        .with("x", " { \"a b\" :\t[ 1 ,\n\"\u00e9\ud83d\ude00\" ] } \r")
                        .json())
                .containsEntry("x", "{\"a b\":[1,\"\\u00E9\\uD83D\\uDE00\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "secret",
                "'secret'",
                "01",
                "1.",
                ".5",
                "+1",
                "1e",
                "--1",
                "NaN",
                "tru",
                "nul",
                "[",
                "[1,]",
                "[1 2]",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{1:1}",
                "\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"a\nb\"",
                "1,",
                "1}",
                "1 \"x\":2",
                "\"a\",\"secret\":\"b\"",
                "]",
                "[}",
                "1\u0000"
            })
    void a_text_that_is_not_one_json_value_is_refused(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnknownMembers.NONE.with("x", json))
                .withMessageContaining("not the text of one JSON value")
                .withMessageNotContaining("secret");
    }

    @Test
    void a_value_nested_too_deeply_is_refused() {
        String deepest = "[".repeat(500) + "]".repeat(500);

        assertThat(UnknownMembers.NONE.with("x", deepest).json()).containsEntry("x", deepest);
        assertThatIllegalArgumentException().isThrownBy(() -> UnknownMembers.NONE.with("x", "[" + deepest + "]"));
        assertThatIllegalArgumentException().isThrownBy(() -> UnknownMembers.NONE.with("x", "[".repeat(1_000_000)));
    }

    @Test
    void a_known_member_is_refused_by_its_name() {
        UnknownMembers street = UnknownMembers.NONE.with("street", "\"S\"");
        UnknownMembers companyName = UnknownMembers.NONE.with("company_name", "\"C\"");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostalAddress.builder().unknownMembers(street).build())
                .withMessageContaining("street is a known member");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerChanges.builder().unknownMembers(companyName))
                .withMessageContaining("company_name is a known member");
    }

    @Test
    void a_text_replaces_an_unknown_member_of_the_same_name() {
        AdditionalData data =
                AdditionalData.builder().member("x", "1").put("x", "text").build();
        ExtensionData extension = ExtensionData.builder("ru")
                .dataMember("x", "1")
                .put("x", "text")
                .build();

        assertThat(data.unknownMembers().isEmpty()).isTrue();
        assertThat(extension.unknownData().isEmpty()).isTrue();
    }

    @Test
    void the_order_of_members_does_not_count_and_their_digits_do() {
        UnknownMembers one = UnknownMembers.NONE.with("a", "1").with("b", "2");

        assertThat(one).isEqualTo(UnknownMembers.NONE.with("b", "2").with("a", "1"));
        assertThat(one).isNotEqualTo(UnknownMembers.NONE.with("a", "1.0").with("b", "2"));
        assertThat(one.without("a").without("b")).isEqualTo(UnknownMembers.NONE);
    }
}
