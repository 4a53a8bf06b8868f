package io.handlekit.customers.tld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.Finding;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.tld.TldField.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of the checks for all top-level domains of the table. */
class TldRequirementsProperties {
    /** A kind of owner, a top-level domain and the fields that the owner needs there. */
    private record Case(String tld, boolean company, String country, List<TldField> filled, int choice) {
        static Case of(String tld, boolean company, String country, int choice) {
            List<TldField> needed = new ArrayList<>(TldRequirements.of(tld).fields().stream()
                    .filter(field -> isNeeded(field, tld, company, country))
                    .toList());
            Collections.rotate(needed, choice);
            Set<String> filled = new HashSet<>();
            needed.removeIf(field -> !Collections.disjoint(filled, field.alternatives()) || !filled.add(field.name()));
            return new Case(tld, company, country, needed, choice);
        }

        /** Interprets the needs a second time, for owners that leave nothing open. */
        private static boolean isNeeded(TldField field, String tld, boolean company, String country) {
            boolean resident = TldRequirements.of(tld).homeCountries().contains(country);
            return switch (field.need()) {
                case ALWAYS -> true;
                case IF_COMPANY, IF_COMPANY_OR_ENTREPRENEUR -> company;
                case IF_INDIVIDUAL -> !company;
                case IF_RESIDENT_COMPANY -> company && resident;
                case IF_RESIDENT_INDIVIDUAL -> !company && resident;
                case IF_FOREIGN -> !resident;
                case IF_FOREIGN_INDIVIDUAL -> !company && !resident;
                case OPTIONAL, UNKNOWN -> false;
            };
        }

        List<Finding> findings(List<TldField> filled) {
            ExtensionData.Builder block = ExtensionData.builder(tld);
            AdditionalData.Builder data = AdditionalData.builder();
            PostalAddress.Builder address = PostalAddress.builder().country(country);
            for (TldField field : filled) {
                switch (field.places().get(choice % field.places().size())) {
                    case EXTENSION -> block.put(field.name(), text(field));
                    case ADDITIONAL -> data.put(field.name(), text(field));
                    case CUSTOMER -> address.state(text(field));
                }
            }
            NewCustomer customer = NewCustomer.builder()
                    .companyName(company ? "Example Ltd" : "")
                    .address(address.build())
                    .additionalData(data.build())
                    .extension(block.build())
                    .build();
            return TldRequirements.of(tld).check(customer).all();
        }

        private String text(TldField field) {
            List<String> allowed = field.allowedValues();
            return switch (field.format()) {
                case TEXT -> allowed.isEmpty() ? "text" : allowed.get(choice % allowed.size());
                case DATE -> "1970-01-01";
                case COUNTRY -> "NL";
                case URL -> "https://example.com";
                case US_STATE -> "NY";
            };
        }
    }

    @Property
    void a_complete_owner_has_no_findings(@ForAll("cases") Case owner) {
        assertThat(owner.findings(owner.filled())).isEmpty();
    }

    @Property
    void a_finding_names_the_missing_field(@ForAll("cases") Case owner) {
        for (TldField missing : owner.filled()) {
            List<TldField> others = new ArrayList<>(owner.filled());
            others.remove(missing);

            assertThat(owner.findings(others)).singleElement().satisfies(finding -> {
                assertThat(finding.path() + finding.message()).contains(missing.name());
                if (missing.alternatives().isEmpty()) {
                    assertThat(finding.path())
                            .endsWith(
                                    missing.places().get(0) == Place.CUSTOMER ? missing.name() : "." + missing.name());
                }
            });
        }
    }

    @Property
    void alternatives_name_each_other_and_have_the_same_need(@ForAll("tlds") String tld) {
        List<TldField> fields = TldRequirements.of(tld).fields();
        for (TldField field : fields) {
            for (TldField other : fields) {
                if (field.alternatives().contains(other.name())) {
                    assertThat(other.alternatives()).contains(field.name());
                    assertThat(other.need()).isEqualTo(field.need());
                }
            }
        }
    }

    @Property
    void any_customer_gets_findings_and_no_exception(
            @ForAll("tlds") String tld, @ForAll("anyCustomers") NewCustomer customer) {
        Findings findings = TldRequirements.of(tld).check(customer);

        assertThat(findings.all()).allSatisfy(finding -> {
            assertThat(finding.path()).isNotEmpty();
            assertThat(finding.message()).isNotEmpty();
        });
    }

    @Property
    void any_text_is_a_top_level_domain_or_refused(@ForAll String text, @ForAll("anyCustomers") NewCustomer customer) {
        if (TldNames.ascii(text).isEmpty()) {
            assertThatThrownBy(() -> TldRequirements.of(text)).isInstanceOf(IllegalArgumentException.class);
        } else {
            TldRequirements requirements = TldRequirements.of(text);
            assertThat(TldRequirements.of(requirements.tld()).tld()).isEqualTo(requirements.tld());
            assertThat(requirements.check(customer)).isNotNull();
        }
    }

    @Provide
    Arbitrary<String> tlds() {
        return Arbitraries.of(TldRequirements.known());
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        tlds(),
                        Arbitraries.of(true, false),
                        Arbitraries.of("RU", "IN", "FI", "FR", "NL", "US"),
                        Arbitraries.integers().between(0, 9))
                .as(Case::of);
    }

    @Provide
    Arbitrary<NewCustomer> anyCustomers() {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(6),
                Arbitraries.of("", " ", "RU", "1970-01-01", "YES", "P1", "..", "ru"));
        Arbitrary<String> names = Arbitraries.oneOf(
                text, Arbitraries.of("vat", "birth_date", "passport_number", "is_private_enterpreneur"));
        Arbitrary<ExtensionData> blocks = Combinators.combine(
                        Arbitraries.oneOf(text, tlds()),
                        Arbitraries.maps(names, text).ofMaxSize(3))
                .as(ExtensionData::new);
        Arbitrary<AdditionalData> data =
                Arbitraries.maps(names, text).ofMaxSize(3).map(values -> new AdditionalData(values, List.of()));
        return Combinators.combine(text, text, text, data, blocks.list().ofMaxSize(3))
                .as((company, country, state, additional, extensions) -> NewCustomer.builder()
                        .companyName(company)
                        .vat(state)
                        .address(PostalAddress.builder()
                                .country(country)
                                .state(state)
                                .build())
                        .additionalData(additional)
                        .extensionData(extensions)
                        .build());
    }
}
