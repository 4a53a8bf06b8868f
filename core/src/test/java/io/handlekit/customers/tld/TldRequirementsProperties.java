package io.handlekit.customers.tld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.Finding;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.ExtensionData;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of the checks for all top-level domains of the table. */
class TldRequirementsProperties {
    /** An owner of a kind, a country and a domain, with a text for each of some fields. */
    private record Case(String tld, boolean company, String country, Set<String> given) {
        /** Interprets a condition a second time, for owners that leave nothing open. */
        private boolean applies(TldRule rule) {
            TldCondition condition = rule.condition();
            boolean owner = switch (condition.owner()) {
                case ANY -> true;
                case COMPANY -> company;
                case INDIVIDUAL -> !company;
                case ENTREPRENEUR -> false;
            };
            boolean inside = condition.countries().contains(country);
            return owner
                    && switch (condition.residence()) {
                        case ANY -> true;
                        case INSIDE -> inside;
                        case OUTSIDE -> !inside;
                    };
        }

        /** Interprets the kinds of rule that ask for the presence or absence of fields. */
        private boolean violates(TldRule rule) {
            long count = rule.fields().stream().filter(this::has).count();
            return applies(rule)
                    && switch (rule.kind()) {
                        case REQUIRED -> count == 0;
                        case EXACTLY_ONE -> count != 1;
                        case EMPTY -> count > 0;
                        case VALUES, FORMAT, STRICT_FORMAT, OPTIONAL -> false;
                    };
        }

        private boolean has(String name) {
            return name.equals("company_name") ? company : given.contains(name);
        }

        List<TldRule> violated() {
            return TldRequirements.of(tld).rules().stream()
                    .filter(this::violates)
                    .toList();
        }

        /** Returns the rules for entrepreneurs that may be violated: the owner only hints at being one. */
        List<TldRule> open() {
            boolean hinted = given.contains("is_private_enterpreneur") || given.contains("sole_proprietorship");
            return TldRequirements.of(tld).rules().stream()
                    .filter(rule -> hinted && rule.condition().owner() == TldCondition.Owner.ENTREPRENEUR)
                    .toList();
        }

        NewCustomer customer() {
            ExtensionData.Builder block = ExtensionData.builder(tld);
            AdditionalData.Builder data = AdditionalData.builder();
            PostalAddress.Builder address = PostalAddress.builder().country(country);
            NewCustomer.Builder customer = NewCustomer.builder().companyName(company ? "Example Ltd" : "");
            for (TldField field : TldRequirements.of(tld).fields()) {
                if (given.contains(field.name())) {
                    switch (field.places().get(0)) {
                        case EXTENSION -> block.put(field.name(), text(field));
                        case ADDITIONAL -> data.put(field.name(), text(field));
                        case CUSTOMER -> {
                            if (field.name().equals("vat")) {
                                customer.vat(text(field));
                            } else {
                                address.state(text(field));
                            }
                        }
                    }
                }
            }
            return customer.address(address.build())
                    .additionalData(data.build())
                    .extension(block.build())
                    .build();
        }

        private static String text(TldField field) {
            return field.allowedValues().stream()
                    .findFirst()
                    .or(() -> field.format().map(TldFormat::example))
                    .orElse("text");
        }
    }

    @Property(tries = 2000)
    void every_violated_need_is_reported_and_no_other(@ForAll("cases") Case owner) {
        Findings findings = TldRequirements.of(owner.tld()).check(owner.customer());

        List<String> reported = findings.all().stream()
                .map(Finding::path)
                .filter(path -> !path.equals("address.country"))
                .filter(path -> findings.all().stream().anyMatch(finding -> isNeed(finding, path)))
                .toList();
        for (TldRule rule : owner.violated()) {
            assertThat(reported).as(rule.toString()).anyMatch(path -> isAt(rule, path));
        }
        List<TldRule> explained =
                Stream.concat(owner.violated().stream(), owner.open().stream()).toList();
        for (String path : reported) {
            assertThat(explained).as(path).anyMatch(rule -> isAt(rule, path));
        }
    }

    private static boolean isNeed(Finding finding, String path) {
        return finding.path().equals(path) && finding.message().matches("(required|may be|must be|not allowed|may) .*");
    }

    private static boolean isAt(TldRule rule, String path) {
        return rule.fields().stream().anyMatch(name -> path.equals(name) || path.endsWith("." + name));
    }

    @Property(tries = 2000)
    void an_error_comes_from_a_sure_rule_alone(@ForAll("cases") Case owner) {
        for (TldRule rule : owner.violated()) {
            List<Finding> at = TldRequirements.of(owner.tld()).check(owner.customer()).all().stream()
                    .filter(finding -> isAt(rule, finding.path()))
                    .toList();
            assertThat(at).as(rule.toString()).isNotEmpty();
            if (rule.severity() == Finding.Severity.ERROR) {
                assertThat(at).extracting(Finding::severity).contains(Finding.Severity.ERROR);
            }
        }
    }

    @Property
    void each_path_has_one_finding_which_names_its_sources(@ForAll("cases") Case owner) {
        List<Finding> findings =
                TldRequirements.of(owner.tld()).check(owner.customer()).all();

        assertThat(findings).extracting(Finding::path).doesNotHaveDuplicates();
        assertThat(findings).allSatisfy(finding -> {
            Set<String> sources = TldRequirements.of(owner.tld()).rules().stream()
                    .flatMap(rule -> rule.sources().stream())
                    .map(TldSource::name)
                    .collect(Collectors.toSet());
            assertThat(sources).anyMatch(finding.message()::contains);
        });
    }

    @Property
    void the_example_of_a_format_matches_it(@ForAll("tlds") String tld) {
        for (TldRule rule : TldRequirements.of(tld).rules()) {
            rule.format()
                    .ifPresent(format -> assertThat(format.matches(format.example()))
                            .as(format.toString())
                            .isTrue());
        }
    }

    @Property
    void rules_name_several_fields_only_as_alternatives(@ForAll("tlds") String tld) {
        assertThat(TldRequirements.of(tld).rules())
                .allMatch(rule -> rule.isNeed() || rule.fields().size() == 1)
                .allMatch(rule ->
                        rule.kind() != TldRule.Kind.EXACTLY_ONE || rule.fields().size() > 1)
                .allMatch(rule -> !rule.sources().isEmpty());
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
        return tlds().flatMap(tld -> Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of("RU", "IN", "FI", "FR", "NL", "US", "RO", "IT", "SG", "SE", "MX", "AU"),
                        names(tld))
                .as((company, country, given) -> new Case(tld, company, country, given)));
    }

    private static Arbitrary<Set<String>> names(String tld) {
        List<String> names =
                TldRequirements.of(tld).fields().stream().map(TldField::name).toList();
        return names.isEmpty()
                ? Arbitraries.just(Set.of())
                : Arbitraries.of(names).set();
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
