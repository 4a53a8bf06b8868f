package io.handlekit.conformance.arbitraries;

import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.tld.TldField;
import io.handlekit.customers.tld.TldField.Evidence;
import io.handlekit.customers.tld.TldRequirements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
        return Arbitraries.oneOf(kinds().stream().map(this::ready).toList());
    }

    /** Returns owners with one fault; empty if the top-level domain has no sure requirement. */
    Optional<Arbitrary<BrokenDraft>> nearlyReady() {
        List<Arbitrary<BrokenDraft>> drafts = kinds().stream()
                .flatMap(this::faults)
                .map(fault ->
                        Combinators.combine(ready(fault.kind), Texts.word()).as(fault::in))
                .toList();
        return drafts.isEmpty() ? Optional.empty() : Optional.of(Arbitraries.oneOf(drafts));
    }

    private List<OwnerKind> kinds() {
        return OwnerKind.all().stream()
                .filter(kind -> !kind.resident() || !homes().isEmpty())
                .toList();
    }

    private List<String> homes() {
        return Stream.of(Locale.getISOCountries())
                .filter(tld.homeCountries()::contains)
                .toList();
    }

    private Arbitrary<NewCustomer> ready(OwnerKind kind) {
        Arbitrary<NewCustomer> customers = CustomerArbitraries.cleanCustomersIn(countries(kind));
        Arbitrary<String> companies = kind.company() ? Texts.lines() : Arbitraries.just("");
        return Combinators.combine(customers, companies, names(kind), filled())
                .as((customer, company, names, filled) -> {
                    NewCustomer owner = TldOwnerDraft.of(customer, tld.tld()).withoutExtension().toBuilder()
                            .companyName(company)
                            .build();
                    for (Filled field : filled) {
                        owner = names.contains(field.name()) ? field.in(owner, tld.tld()) : owner;
                    }
                    return owner;
                });
    }

    /** Returns every field, each with a text and a place. */
    private Arbitrary<List<Filled>> filled() {
        return Combinators.combine(tld.fields().stream()
                        .map(field -> Combinators.combine(Arbitraries.of(field.places()), texts(field))
                                .as((place, text) -> new Filled(field.name(), place, text)))
                        .toList())
                .as(List::copyOf);
    }

    private Arbitrary<String> countries(OwnerKind kind) {
        return Arbitraries.of(Stream.of(Locale.getISOCountries())
                .filter(country -> tld.homeCountries().contains(country) == kind.resident())
                .toList());
    }

    /** Returns the names of one field of each group that such an owner needs, and of some others. */
    private Arbitrary<Set<String>> names(OwnerKind kind) {
        List<Arbitrary<String>> needed = firstOfGroups()
                .filter(field -> kind.mayNeed(field.need()))
                .map(field -> Arbitraries.of(group(field)))
                .toList();
        List<String> names = tld.fields().stream().map(TldField::name).toList();
        Arbitrary<Set<String>> others = names.isEmpty()
                ? Arbitraries.just(Set.of())
                : Arbitraries.of(names).set().ofMaxSize(4);
        return Combinators.combine(Combinators.combine(needed).as(Set::copyOf), others)
                .as((one, another) -> {
                    Set<String> both = new HashSet<>(one);
                    both.addAll(another);
                    return both;
                });
    }

    /** Returns the first field of each group of alternatives; other fields are their own group. */
    private Stream<TldField> firstOfGroups() {
        List<String> names = tld.fields().stream().map(TldField::name).toList();
        return tld.fields().stream()
                .filter(field -> field.alternatives().stream()
                        .allMatch(other -> names.indexOf(field.name()) < names.indexOf(other)));
    }

    private static List<String> group(TldField field) {
        List<String> group = new ArrayList<>(field.alternatives());
        group.add(0, field.name());
        return group;
    }

    private static Arbitrary<String> texts(TldField field) {
        if (!field.allowedValues().isEmpty()) {
            return Arbitraries.of(field.allowedValues());
        }
        return switch (field.format()) {
            case TEXT -> Texts.lines();
            case DATE -> Sections.dates();
            case COUNTRY -> Sections.countries();
            case URL -> Texts.word().map(word -> "https://" + word + ".example");
            case US_STATE -> Arbitraries.strings().withCharRange('A', 'Z').ofLength(2);
        };
    }

    private Stream<Fault> faults(OwnerKind kind) {
        Stream<Fault> missing = firstOfGroups()
                .filter(field -> kind.needs(field.need()) && field.evidence() != Evidence.INFERRED)
                .map(field -> new Fault(kind, field, false, tld.tld()));
        Stream<Fault> wrong = tld.fields().stream()
                .filter(field -> !field.allowedValues().isEmpty())
                .map(field -> new Fault(kind, field, true, tld.tld()));
        return Stream.concat(missing, wrong);
    }

    /** A field with a text and a place. */
    private record Filled(String name, TldField.Place place, String text) {
        NewCustomer in(NewCustomer owner, String tld) {
            return TldOwnerDraft.of(owner, tld).with(name, place, text);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A fault of an owner.
     *
     * @param kind the kind of owner
     * @param field the field
     * @param wrong true for a value that is not allowed; otherwise the field and its alternatives are missing
     */
    private record Fault(OwnerKind kind, TldField field, boolean wrong, String tld) {
        BrokenDraft in(NewCustomer owner, String word) {
            TldOwnerDraft draftOfOwner = TldOwnerDraft.of(owner, tld);
            NewCustomer draft = wrong
                    ? draftOfOwner.with(field.name(), field.places().get(0), "no " + word)
                    : draftOfOwner.without(group(field));
            String path = TldOwnerDraft.of(draft, tld).path(field);
            SortedMap<String, Integer> errors = new TreeMap<>();
            errors.put(path, path.equals("additional_data.birth_country") ? 6003 : 0);
            return new BrokenDraft(draft, errors);
        }

        @Override
        public String toString() {
            return field.name() + (wrong ? " of another value" : " missing") + " for " + kind;
        }
    }
}
