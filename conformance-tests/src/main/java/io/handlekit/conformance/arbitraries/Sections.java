package io.handlekit.conformance.arbitraries;

import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AdditionalField;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.registry.ExtensionField;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.time.api.Dates;

/** Generators of the sections of a customer. */
final class Sections {
    private Sections() {}

    /**
     * The generators of a customer's sections besides name, address, phone and e-mail.
     *
     * @param lines the texts of one line
     * @param comments the comments
     * @param additionalData the additional data
     * @param extensionData the extension data
     */
    record OtherSections(
            Arbitrary<String> lines,
            Arbitrary<String> comments,
            Arbitrary<AdditionalData> additionalData,
            Arbitrary<List<ExtensionData>> extensionData) {
        /** Returns sections with any texts. */
        static OtherSections any() {
            return new OtherSections(
                    Texts.lines(), Sections.comments(), Sections.additionalData(), Sections.extensionData());
        }

        /** Returns sections in which {@code CustomerRules} find nothing. */
        static OtherSections clean() {
            Arbitrary<String> lines = Texts.cleanLines();
            return new OtherSections(
                    lines, Sections.comments(lines), cleanAdditionalData(), Sections.extensionData(lines));
        }
    }

    /** Returns the given value in one case of three, and generated ones otherwise. */
    static <T> Arbitrary<T> sometimes(Arbitrary<T> values, T otherwise) {
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(otherwise)), Tuple.of(2, values));
    }

    static Arbitrary<String> digits(int min, int max) {
        return Arbitraries.strings().numeric().ofMinLength(min).ofMaxLength(max);
    }

    /** Returns country codes of ISO 3166-1. */
    static Arbitrary<String> countries() {
        return Arbitraries.of(Locale.getISOCountries());
    }

    /** Returns dates in the format of the service. */
    static Arbitrary<String> dates() {
        return Dates.dates().yearBetween(1900, 2030).map(LocalDate::toString);
    }

    /** Returns customers from the bare minimum to every section filled in. */
    static Arbitrary<NewCustomer> customers(
            Arbitrary<PersonName> names,
            Arbitrary<PostalAddress> addresses,
            Arbitrary<PhoneNumber> phones,
            OtherSections others) {
        return Builders.withBuilder(NewCustomer::builder)
                .use(names)
                .in(NewCustomer.Builder::name)
                .use(addresses)
                .in(NewCustomer.Builder::address)
                .use(phones)
                .in(NewCustomer.Builder::phone)
                .use(CustomerArbitraries.emails())
                .in(NewCustomer.Builder::email)
                .use(sometimes(phones, PhoneNumber.EMPTY))
                .in(NewCustomer.Builder::fax)
                .use(sometimes(others.lines(), ""))
                .in(NewCustomer.Builder::companyName)
                .use(sometimes(vats(), ""))
                .in(NewCustomer.Builder::vat)
                .use(sometimes(locales(), ""))
                .in(NewCustomer.Builder::locale)
                .use(sometimes(others.comments(), ""))
                .in(NewCustomer.Builder::comments)
                .use(tags(others.lines()))
                .in(NewCustomer.Builder::tags)
                .use(sometimes(others.additionalData(), AdditionalData.EMPTY))
                .in(NewCustomer.Builder::additionalData)
                .use(sometimes(others.extensionData(), List.of()))
                .in(NewCustomer.Builder::extensionData)
                .build(NewCustomer.Builder::build);
    }

    static Arbitrary<PersonName> names(Arbitrary<String> texts) {
        return Combinators.combine(sometimes(texts, ""), texts, sometimes(texts, ""), texts)
                .as(PersonName::new);
    }

    /** Returns addresses in these countries, with a house number and a postal code of these generators. */
    static Arbitrary<PostalAddress> addresses(
            Arbitrary<String> countries,
            Arbitrary<String> lines,
            Arbitrary<String> numbers,
            Arbitrary<UnaryOperator<String>> zipcodes) {
        return Combinators.combine(
                        lines, numbers, sometimes(lines, ""), zipcodes, lines, sometimes(lines, ""), countries)
                .as((street, number, suffix, zipcode, city, state, country) ->
                        new PostalAddress(street, number, suffix, zipcode.apply(country), city, state, country));
    }

    static Arbitrary<PhoneNumber> phones(Arbitrary<String> areaCodes) {
        return Combinators.combine(digits(1, 4).map(digits -> "+" + digits), areaCodes, digits(1, 12))
                .as(PhoneNumber::new);
    }

    /** Returns any texts, one in twenty of 64 KiB. No other section has one that long. */
    static Arbitrary<String> comments() {
        return comments(Texts.any());
    }

    private static Arbitrary<String> comments(Arbitrary<String> texts) {
        return Arbitraries.frequencyOf(Tuple.of(19, texts), Tuple.of(1, Texts.huge()));
    }

    static Arbitrary<String> vats() {
        return Combinators.combine(Arbitraries.of("NL", "DE", "GB"), digits(8, 12))
                .as(String::concat);
    }

    static Arbitrary<String> locales() {
        return Arbitraries.of("nl_NL", "nl_BE", "en_GB", "el_GR", "az_Latn_AZ", "nb_NO", "de");
    }

    static Arbitrary<List<CustomerTag>> tags() {
        return tags(Texts.lines());
    }

    private static Arbitrary<List<CustomerTag>> tags(Arbitrary<String> lines) {
        return lines.map(CustomerTag::of).list().uniqueElements().ofMaxSize(3);
    }

    /** Returns any texts under any names. */
    static Arbitrary<AdditionalData> additionalData() {
        Arbitrary<String> known = Arbitraries.of(AdditionalField.values()).map(AdditionalField::wireName);
        return Combinators.combine(openMaps(known, Texts.any()), files(Texts.lines()))
                .as(AdditionalData::new);
    }

    /** Returns clean lines, and dates and countries where those are expected. */
    private static Arbitrary<AdditionalData> cleanAdditionalData() {
        Arbitrary<Map.Entry<String, String>> texts = Combinators.combine(
                        Arbitraries.of(AdditionalField.class), Texts.cleanLines(), dates(), countries())
                .as((field, line, date, country) -> Map.entry(field.wireName(), text(field, line, date, country)));
        return Combinators.combine(
                        texts.list().uniqueElements(Map.Entry::getKey).ofMaxSize(8), files(Texts.cleanLines()))
                .as((entries, files) -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    entries.forEach(entry -> values.put(entry.getKey(), entry.getValue()));
                    return new AdditionalData(values, files);
                });
    }

    private static String text(AdditionalField field, String line, String date, String country) {
        return switch (field) {
            case BIRTH_DATE, COMPANY_REGISTRATION_SUBSCRIPTION_DATE -> date;
            case BIRTH_COUNTRY, HEADQUARTERS_COUNTRY -> country;
            default -> line;
        };
    }

    static Arbitrary<List<ExtensionData>> extensionData() {
        return extensionData(Texts.any());
    }

    private static Arbitrary<List<ExtensionData>> extensionData(Arbitrary<String> texts) {
        Arbitrary<String> known = Arbitraries.of(ExtensionField.values()).map(ExtensionField::wireName);
        return Combinators.combine(Arbitraries.of("ru", "us", "es", "aero", "xn--p1ai"), openMaps(known, texts))
                .as(ExtensionData::new)
                .list()
                .uniqueElements(ExtensionData::name)
                .ofMaxSize(3);
    }

    private static Arbitrary<List<AttachedFile>> files(Arbitrary<String> lines) {
        return Combinators.combine(lines, lines, lines)
                .as(AttachedFile::new)
                .list()
                .ofMaxSize(2);
    }

    /** Returns maps with known names and a few unknown ones, whose texts may be empty. */
    private static Arbitrary<Map<String, String>> openMaps(Arbitrary<String> known, Arbitrary<String> texts) {
        Arbitrary<String> names = Arbitraries.frequencyOf(
                Tuple.of(9, known), Tuple.of(1, Arbitraries.of("a_field_of_tomorrow", "another_one")));
        return Arbitraries.maps(names, sometimes(texts, "")).ofMaxSize(8);
    }
}
