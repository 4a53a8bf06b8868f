package io.handlekit.conformance.arbitraries;

import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.tld.TldField;
import io.handlekit.customers.tld.TldField.Place;
import io.handlekit.customers.tld.TldFormat;
import io.handlekit.customers.tld.TldRequirements;
import io.handlekit.customers.tld.TldRule;
import io.handlekit.customers.tld.TldRule.Kind;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of owners for one top-level domain: complete ones, and ones with one fault. */
final class Owners {
    private final TldRequirements tld;

    private Owners(TldRequirements tld) {
        this.tld = tld;
    }

    static Owners of(TldRequirements tld) {
        return new Owners(tld);
    }

    /** Returns owners for whom domains can be ordered. */
    Arbitrary<NewCustomer> all() {
        return Arbitraries.oneOf(
                OwnerKind.readyFor(tld).stream().map(this::ready).toList());
    }

    /** Returns owners with one fault; empty if the top-level domain has no sure requirement. */
    Optional<Arbitrary<BrokenDraft>> nearlyReady() {
        List<Arbitrary<BrokenDraft>> drafts = OwnerKind.readyFor(tld).stream()
                .flatMap(this::faults)
                .map(fault ->
                        Combinators.combine(ready(fault.kind()), Texts.word()).as(fault::in))
                .toList();
        return drafts.isEmpty() ? Optional.empty() : Optional.of(Arbitraries.oneOf(drafts));
    }

    private Arbitrary<NewCustomer> ready(OwnerKind kind) {
        Arbitrary<NewCustomer> customers = CustomerArbitraries.cleanCustomersIn(Arbitraries.of(kind.countries()));
        Arbitrary<String> companies = kind.company() ? Texts.cleanLines() : Arbitraries.just("");
        return Combinators.combine(customers, companies, names(kind), filled(kind))
                .as((customer, company, names, filled) -> {
                    NewCustomer owner = TldOwnerDraft.of(customer, tld.tld()).without(fieldNames()).toBuilder()
                            .companyName(company)
                            .build();
                    owner = TldOwnerDraft.of(owner, tld.tld()).withoutExtension();
                    for (Filled field : filled) {
                        owner = names.contains(field.name()) ? field.in(owner, tld.tld()) : owner;
                    }
                    return withMembersInFormat(owner, kind);
                });
    }

    private List<String> fieldNames() {
        return tld.fields().stream().map(TldField::name).toList();
    }

    /** Replaces texts of the customer itself that have a format other than the required one. */
    private NewCustomer withMembersInFormat(NewCustomer owner, OwnerKind kind) {
        NewCustomer result = owner;
        for (TldRule rule : kind.rules()) {
            String name = rule.fields().get(0);
            if (rule.format().isPresent() && !fieldNames().contains(name)) {
                TldOwnerDraft draft = TldOwnerDraft.of(result, tld.tld());
                TldFormat format = rule.format().get();
                result = format.matches(draft.member(name))
                        ? result
                        : draft.with(name, Place.CUSTOMER, format.example());
            }
        }
        return result;
    }

    /** Returns every field, each with a text and a place. */
    private Arbitrary<List<Filled>> filled(OwnerKind kind) {
        return Combinators.combine(tld.fields().stream()
                        .map(field -> Combinators.combine(Arbitraries.of(field.places()), texts(field, kind))
                                .as((place, text) -> new Filled(field.name(), place, text)))
                        .toList())
                .as(List::copyOf);
    }

    /** Returns the names of the fields that such an owner needs, and of some others that do no harm. */
    private Arbitrary<Set<String>> names(OwnerKind kind) {
        List<String> all = fieldNames();
        Arbitrary<Set<String>> others = all.isEmpty()
                ? Arbitraries.just(Set.of())
                : Arbitraries.of(all).set().ofMaxSize(4);
        return Combinators.combine(others, Arbitraries.integers().between(0, 9))
                .as((some, choice) -> completed(kind, some, choice));
    }

    private static Set<String> completed(OwnerKind kind, Set<String> some, int choice) {
        Set<String> names = new LinkedHashSet<>();
        // Rules with one field leave no choice and come first.
        kind.rules().stream()
                .filter(TldRule::isNeed)
                .sorted(Comparator.comparing(rule -> rule.fields().size()))
                .filter(rule -> rule.fields().stream().noneMatch(names::contains))
                .forEach(rule -> {
                    List<String> free = rule.fields().stream()
                            .filter(name -> isHarmless(kind, names, name))
                            .toList();
                    names.add(free.get(choice % free.size()));
                });
        some.stream().filter(name -> isHarmless(kind, names, name)).forEach(names::add);
        return names;
    }

    private static boolean isHarmless(OwnerKind kind, Set<String> names, String name) {
        return kind.rules().stream()
                .filter(rule -> rule.fields().contains(name))
                .noneMatch(rule -> rule.kind() == Kind.EMPTY
                        || (rule.kind() == Kind.EXACTLY_ONE
                                && rule.fields().stream()
                                        .anyMatch(other -> !other.equals(name) && names.contains(other))));
    }

    private static Arbitrary<String> texts(TldField field, OwnerKind kind) {
        List<TldRule> rules =
                kind.rules().stream().filter(field.rules()::contains).toList();
        Optional<List<String>> values = rules.stream()
                .filter(rule -> rule.kind() == Kind.VALUES)
                .map(TldRule::values)
                .min(Comparator.comparing(List::size));
        if (values.isPresent()) {
            return Arbitraries.of(values.get());
        }
        return rules.stream()
                .flatMap(rule -> rule.format().stream())
                .findFirst()
                .map(Owners::texts)
                .orElse(Texts.cleanLines());
    }

    private static Arbitrary<String> texts(TldFormat format) {
        return switch (format.toString()) {
            case "date" -> Sections.dates();
            case "country" -> Sections.countries();
            case "url" -> Texts.word().map(word -> "https://" + word + ".example");
            case "two-letters" -> Arbitraries.strings().withCharRange('A', 'Z').ofLength(2);
            default -> Arbitraries.just(format.example());
        };
    }

    private Stream<OwnerFault> faults(OwnerKind kind) {
        Stream<OwnerFault> missing = kind.rules().stream()
                .filter(rule -> kind.surelyNeeds(rule) && rule.severity() == Severity.ERROR)
                .filter(rule -> !rule.fields().contains("company_name"))
                .filter(rule -> hasOnePath(rule, kind))
                .map(rule -> new OwnerFault(kind, field(rule), rule.fields(), tld.tld()));
        Stream<OwnerFault> wrong = tld.fields().stream()
                .filter(field -> !field.allowedValues().isEmpty())
                .map(field -> new OwnerFault(kind, field, List.of(), tld.tld()));
        return Stream.concat(missing, wrong);
    }

    /** Returns true if all rules that need one of the fields report the same path. */
    private static boolean hasOnePath(TldRule rule, OwnerKind kind) {
        return kind.rules().stream()
                .filter(TldRule::isNeed)
                .filter(other -> rule.fields().containsAll(other.fields()))
                .allMatch(other -> other.fields().get(0).equals(rule.fields().get(0)));
    }

    private TldField field(TldRule rule) {
        return tld.fields().stream()
                .filter(field -> field.name().equals(rule.fields().get(0)))
                .findFirst()
                .orElseThrow();
    }

    /** A field with a text and a place. */
    private record Filled(String name, Place place, String text) {
        NewCustomer in(NewCustomer owner, String tld) {
            return TldOwnerDraft.of(owner, tld).with(name, place, text);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
