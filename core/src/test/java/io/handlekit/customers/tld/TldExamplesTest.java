package io.handlekit.customers.tld;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.Finding;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Owners in {@code examples.txt}: for each domain with an article at least one that is ready and one that is not. */
class TldExamplesTest {
    /** Domains whose article has no requirement that a customer could lack. */
    private static final Set<String> WITHOUT_REQUIREMENTS =
            Set.of("ae", "bank", "be", "ch", "com.de", "com.tr", "cz", "gr", "is", "it.com", "su", "uk");

    private record Example(String tld, String owner, String expected) {
        static Example of(String line) {
            List<String> parts = List.of(line.split(" \\| "));
            return new Example(parts.get(0), parts.get(1), parts.get(2));
        }

        NewCustomer customer() {
            List<String> words = List.of(owner.split(" "));
            ExtensionData.Builder extension = ExtensionData.builder(tld);
            AdditionalData.Builder additional = AdditionalData.builder();
            PostalAddress.Builder address =
                    PostalAddress.builder().street("Main Street").country(words.get(1));
            String firstName = "Ada";
            String lastName = "Lovelace";
            NewCustomer.Builder customer =
                    NewCustomer.builder().companyName(words.get(0).equals("company") ? "Ada Ltd" : "");
            boolean hasExtension = false;
            for (String word : words.subList(2, words.size())) {
                String path = word.substring(0, word.indexOf('='));
                String text = word.substring(word.indexOf('=') + 1).replace('_', ' ');
                switch (path) {
                    case "vat" -> customer.vat(text);
                    case "email" -> customer.email(text);
                    case "address.state" -> address.state(text);
                    case "address.street" -> address.street(text);
                    case "name.first_name" -> firstName = text;
                    case "name.last_name" -> lastName = text;
                    default -> {
                        if (path.startsWith("ext.")) {
                            extension.put(path.substring(4), text);
                            hasExtension = true;
                        } else {
                            additional.put(path.substring(4), text);
                        }
                    }
                }
            }
            return (hasExtension ? customer.extension(extension.build()) : customer)
                    .additionalData(additional.build())
                    .address(address.build())
                    .name(PersonName.of(firstName, lastName))
                    .build();
        }

        List<String> expectedFindings() {
            return expected.equals("ready") ? List.of() : List.of(expected.split(", "));
        }

        @Override
        public String toString() {
            return tld + " " + owner;
        }
    }

    static Stream<Example> examples() throws IOException {
        try (InputStream in = Objects.requireNonNull(TldExamplesTest.class.getResourceAsStream("examples.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Example::of)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_owner_has_exactly_the_expected_findings(Example example) {
        List<Finding> findings =
                TldRequirements.of(example.tld()).check(example.customer()).all();

        assertThat(findings)
                .extracting(finding -> finding.severity() + " " + finding.path())
                .containsExactlyInAnyOrderElementsOf(example.expectedFindings());
        assertThat(findings).extracting(Finding::message).allMatch(message -> message.endsWith(")"));
    }

    @Test
    void every_domain_with_an_article_has_a_ready_and_a_lacking_owner() throws IOException {
        assertThat(domains(example -> example.expected().equals("ready"))).hasSize(47);
        Set<String> lacking = domains(example -> !example.expected().equals("ready"));
        assertThat(lacking).doesNotContainAnyElementsOf(WITHOUT_REQUIREMENTS);
        lacking.addAll(WITHOUT_REQUIREMENTS);
        assertThat(lacking).isEqualTo(domains(example -> example.expected().equals("ready")));
    }

    @Test
    void a_domain_without_requirements_is_known_and_has_no_rule_to_violate() {
        for (String tld : WITHOUT_REQUIREMENTS) {
            assertThat(TldRequirements.of(tld).isKnown()).as(tld).isTrue();
            assertThat(TldRequirements.of(tld).rules())
                    .as(tld)
                    .allMatch(rule -> rule.kind() == TldRule.Kind.OPTIONAL || rule.kind() == TldRule.Kind.FORMAT);
        }
    }

    private static Set<String> domains(Predicate<Example> which) throws IOException {
        return examples().filter(which).map(Example::tld).collect(Collectors.toCollection(TreeSet::new));
    }
}
