package io.handlekit.mock.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes for which customers are refused. */
class FormApiTest extends ApiTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"first_name\":\"Ada\"|\"first_name\":\"\"|102",
                "\"first_name\":\"Ada\"|\"first_name\":\" \"|102",
                "\"first_name\":\"Ada\"|\"first_name\":\"\\u00a0\"|102",
                "\"last_name\":\"Lovelace\"|\"last_name\":\"\\u2007\\u202f\"|105",
                "\"city\":\"London\",|\"city\":\"\\u200b\",|117",
                "\"street\":\"Dorset Street\",|\"street\":\"\\u2028\\u2029\",|110",
                "\"email\":\"ada@example.com\"|\"email\":\"ada@example.com\\u00a0\"|146",
                "\"last_name\":\"Lovelace\"|\"last_name\":null|105",
                "\"street\":\"Dorset Street\",|~~|110",
                "\"zipcode\":\"W1U 4EG\",|~~|115",
                "\"city\":\"London\",|~~|117",
                "\"country\":\"GB\"|\"country\":\"\"|120",
                "\"country\":\"GB\"|\"country\":\"United Kingdom\"|121",
                "\"phone\":{\"country_code\":\"+44\",|\"phone\":{|130",
                "\"phone\":{\"country_code\":\"+44\",|\"phone\":{\"country_code\":\"\",|130",
                "\"phone\":{\"country_code\":\"+44\",|\"phone\":{\"country_code\":\"44\",|131",
                "\"subscriber_number\":\"79460000\"|\"subscriber_number\":\"\"|134",
                "\"fax\":{\"country_code\":\"+44\"|\"fax\":{\"country_code\":\"GB\"|141",
                "\"subscriber_number\":\"1\"|\"subscriber_number\":\"\"|144",
                "\"email\":\"ada@example.com\",|~~|145",
                "\"email\":\"ada@example.com\"|\"email\":\"ada at example.com\"|146",
            })
    @Proves({
        "form.required",
        "form.required-codes",
        "form.blank",
        "form.country",
        "form.phone-country",
        "form.phone-country-empty",
        "form.fax",
        "form.email"
    })
    void an_error_is_answered_with_its_code_whatever_the_switches(String piece, String replacement, int code) {
        assertThat(create(piece, replacement).code()).isEqualTo(code);
        assertThat(mock.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "house-number|\"number\":\"1\",|~~|112",
                "house-number|\"number\":\"1\"|\"number\":\"1\\n\"|113",
                "zip|\"W1U 4EG\"|\"12345\"|116",
                "area-code|\"area_code\":\"20\",\"subscriber_number\":\"79|\"subscriber_number\":\"79|132",
                "area-code|\"area_code\":\"20\",\"subscriber_number\":\"79|\"area_code\":\"(0)\",\"subscriber_number\":\"79|133",
                "area-code|\"area_code\":\"20\",\"subscriber_number\":\"1|\"area_code\":\"x\",\"subscriber_number\":\"1|142",
                "form|\"first_name\"|\"initials\":\"A\\t\",\"first_name\"|101",
                "form|\"Ada\"|\"Ada\\u0000\"|103",
                "form|\"first_name\"|\"prefix\":\"\\n\",\"first_name\"|104",
                "form|\"Lovelace\"|\"Love\\nlace\"|106",
                "form|\"Dorset Street\"|\"Dorset\\nStreet\"|111",
                "form|\"suffix\":\"b\"|\"suffix\":\"\\u0007\"|114",
                "form|\"London\",\"country\"|\"Lon\\ndon\",\"country\"|118",
                "form|\"country\":\"GB\"|\"state\":\"\\n\",\"country\":\"GB\"|119",
                "form|\"country\":\"GB\"|\"country\":\"gb\"|121",
                "form|\"79460000\"|\"CALL-ADA\"|135",
                "form|\"subscriber_number\":\"1\"|\"subscriber_number\":\"one\"|143",
                "form|\"ada@example.com\"|\"ada@localhost\"|146",
                "form|\"vat\":\"GB1\"|\"company_name\":\"A\\nB\"|161",
                "form|\"vat\":\"GB1\"|\"vat\":\"GB\\n1\"|162",
                "form|\"birth_city\":\"London\"|\"company_url\":\"\\n\"|169",
                "form|\"birth_city\":\"London\"|\"birth_city\":\"\\n\"|6001",
                "form|\"birth_city\":\"London\"|\"birth_country\":\"England\"|6004",
                "form|\"birth_city\":\"London\"|\"birth_date\":\"1.1.1970\"|6005",
                "form|\"birth_city\":\"London\"|\"headquarters_country\":\"UK\"|6011",
                "form|\"birth_city\":\"London\"|\"company_registration_subscription_date\":\"2000\"|6017",
            })
    @Proves({"form.house-number", "form.area-code", "form.zip", "form.doubtful"})
    void warnings_pass_unless_their_switch_is_strict(String name, String piece, String replacement, int code) {
        assertThat(create(piece, replacement).code()).isZero();

        start(Behaviour.defaults().with(name, "strict"));
        assertThat(create(piece, replacement).code()).isEqualTo(code);
        assertThat(createAda().code()).isZero();

        Behaviour others = Stream.of("house-number", "zip", "area-code", "form")
                .filter(other -> !other.equals(name))
                .reduce(Behaviour.defaults(), (sofar, other) -> sofar.with(other, "strict"), (a, b) -> a);
        start(others);
        assertThat(create(piece, replacement).code()).isZero();
    }

    @Test
    @Proves("form.doubtful")
    void an_update_is_checked_as_strictly_as_a_create() {
        start(Switch.AreaCode.STRICT);
        createAda();

        assertThat(client.send("PUT", AL, "{\"phone\":{\"country_code\":\"+44\",\"subscriber_number\":\"1\"}}")
                        .code())
                .isEqualTo(132);
    }

    @Test
    @Proves("form.never")
    void initials_and_gender_are_never_required() {
        start(Behaviour.defaults()
                .with(Switch.Form.STRICT)
                .with(Switch.Zip.STRICT)
                .with(Switch.AreaCode.STRICT)
                .with(Switch.HouseNumber.STRICT));

        assertThat(ADA).doesNotContain("initials", "gender", "mobile");
        assertThat(createAda().code()).isZero();
        assertThat(create("\"vat\":\"GB1\"", "\"gender\":\"X\",\"mobile\":{},\"company_name\":\"\"")
                        .code())
                .isZero();
    }

    @Test
    @Proves({"form.open", "form.tag-key"})
    void locales_keys_and_extensions_are_not_checked_and_texts_have_no_limit() {
        assertThat(client.send(
                                "POST",
                                "/customers",
                                ADA.replace("\"en_GB\"", "\"Klingon\"")
                                        .replace("\"key\":\"customer\"", "\"key\":\"colour\"")
                                        .replace("\"us\"", "\".nowhere\"")
                                        .replace("\"old\"", "\"" + "x".repeat(500_000) + "\""))
                        .code())
                .isZero();
    }
}
