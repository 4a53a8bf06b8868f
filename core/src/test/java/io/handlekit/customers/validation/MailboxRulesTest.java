package io.handlekit.customers.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.registry.ExtensionData;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ten mailbox providers that are refused for .in, at create and at update. */
class MailboxRulesTest {
    private static final String REFUSED =
            "this mailbox provider is refused for .in (vendor article on .in, support 360000755548)";
    private static final String DOUBTFUL =
            "this mailbox provider is refused if the customer is for .in (vendor article on .in, support 360000755548)";

    private static Stream<Finding> atCreate(String email, String... tlds) {
        NewCustomer draft = NewCustomer.builder()
                .email(email)
                .extensionData(extensions(tlds))
                .build();
        return CustomerRules.check(draft).all().stream()
                .filter(finding -> finding.path().equals("email"));
    }

    private static Stream<Finding> atUpdate(String email, String... tlds) {
        CustomerChanges.Builder changes = CustomerChanges.builder().email(email);
        return CustomerRules.check((tlds.length == 0 ? changes : changes.extensionData(extensions(tlds))).build())
                .all()
                .stream()
                .filter(finding -> finding.path().equals("email"));
    }

    private static List<ExtensionData> extensions(String... tlds) {
        return Stream.of(tlds).map(tld -> ExtensionData.builder(tld).build()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guerrillamail.com",
                "10minutemail.com",
                "temp-mail.org",
                "mailinator.com",
                "emailondeck.com",
                "proton.me",
                "tutanota.com",
                "mailfence.com",
                "hushmail.com",
                "StartMail.com",
            })
    void a_refused_provider_is_an_error_for_in_and_a_warning_otherwise(String domain) {
        String email = "ada@" + domain;

        for (String tld : List.of("in", ".IN", "co.in")) {
            assertThat(atCreate(email, "us", tld)).containsExactly(new Finding(Severity.ERROR, "email", 146, REFUSED));
            assertThat(atUpdate(email, tld)).containsExactly(new Finding(Severity.ERROR, "email", 146, REFUSED));
        }
        assertThat(atCreate(email)).containsExactly(new Finding(Severity.WARNING, "email", 146, DOUBTFUL));
        assertThat(atCreate(email, "berlin")).containsExactly(new Finding(Severity.WARNING, "email", 146, DOUBTFUL));
        assertThat(atUpdate(email)).containsExactly(new Finding(Severity.WARNING, "email", 146, DOUBTFUL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.in", "ada@proton.me.example", "proton.me@example.com", "ada@notproton.me"})
    void other_addresses_are_accepted(String email) {
        assertThat(atCreate(email, "in")).isEmpty();
        assertThat(atUpdate(email, "in")).isEmpty();
    }
}
