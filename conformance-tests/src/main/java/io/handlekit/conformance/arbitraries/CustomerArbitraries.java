package io.handlekit.conformance.arbitraries;

import static io.handlekit.conformance.arbitraries.Sections.digits;
import static io.handlekit.conformance.arbitraries.Sections.sometimes;

import io.handlekit.conformance.arbitraries.Sections.OtherSections;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.tld.TldRequirements;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generators of customers and changes that the service accepts. They are valid by construction, so no generated value is
 * discarded. Use them in your own tests:
 *
 * <pre>{@code
 * @Property
 * void my_billing_keeps_every_customer(@ForAll("customers") NewCustomer customer) { … }
 *
 * @Provide
 * Arbitrary<NewCustomer> customers() {
 *     return CustomerArbitraries.newCustomers();
 * }
 * }</pre>
 *
 * <p>{@link BrokenDraft} generates drafts with known errors.
 */
public final class CustomerArbitraries {
    private CustomerArbitraries() {}

    /**
     * Returns customers of every country, from the bare minimum to every section filled in. {@code CustomerRules} find
     * no error in them, but may find warnings, for example for a postal code of an unusual form or a NUL in a name.
     */
    public static Arbitrary<NewCustomer> newCustomers() {
        return Sections.customers(names(), addresses(), phones(), OtherSections.any());
    }

    /**
     * Returns the same customers for one country.
     *
     * <pre>{@code CustomerArbitraries.newCustomersIn("NL");}</pre>
     *
     * @param country a country code of ISO 3166-1 in upper case
     * @throws IllegalArgumentException if there is no such code
     */
    public static Arbitrary<NewCustomer> newCustomersIn(String country) {
        return Sections.customers(
                names(), addressesIn(Arbitraries.just(known(country))), phones(), OtherSections.any());
    }

    /**
     * Returns customers of every country in which {@code CustomerRules} find nothing, not even a warning: postal codes
     * have the documented form of their country, if there is one, and every text is clean as {@code TextRules} define it.
     *
     * <pre>{@code CustomerArbitraries.cleanCustomers();}</pre>
     */
    public static Arbitrary<NewCustomer> cleanCustomers() {
        return cleanCustomersIn(Sections.countries());
    }

    /**
     * Returns the same customers for one country.
     *
     * <pre>{@code CustomerArbitraries.cleanCustomersIn("NL");}</pre>
     *
     * @param country a country code of ISO 3166-1 in upper case
     * @throws IllegalArgumentException if there is no such code
     */
    public static Arbitrary<NewCustomer> cleanCustomersIn(String country) {
        return cleanCustomersIn(Arbitraries.just(known(country)));
    }

    /**
     * Returns customers that can own a domain under this top-level domain, as far as its requirements are known:
     * companies and private persons, in the home country and abroad. Neither {@code CustomerRules} nor {@link
     * TldRequirements} find anything in them.
     *
     * <pre>{@code CustomerArbitraries.ownersFor("ru");}</pre>
     *
     * @param tld the top-level domain, as {@link TldRequirements#of} takes it
     * @throws IllegalArgumentException if it is not a top-level domain
     */
    public static Arbitrary<NewCustomer> ownersFor(String tld) {
        return Owners.of(TldRequirements.of(tld)).all();
    }

    /** Returns changes that keep, set or clear each section. Like {@link #newCustomers}, they have no errors. */
    public static Arbitrary<CustomerChanges> changes() {
        return Builders.withBuilder(CustomerChanges::builder)
                .use(addresses())
                .withProbability(0.3)
                .in(CustomerChanges.Builder::address)
                .use(phones())
                .withProbability(0.3)
                .in(CustomerChanges.Builder::phone)
                .use(emails())
                .withProbability(0.3)
                .in(CustomerChanges.Builder::email)
                .use(sometimes(phones(), PhoneNumber.EMPTY))
                .withProbability(0.3)
                .in(CustomerChanges.Builder::fax)
                .use(sometimes(Sections.vats(), ""))
                .withProbability(0.3)
                .in(CustomerChanges.Builder::vat)
                .use(sometimes(Sections.locales(), ""))
                .withProbability(0.3)
                .in(CustomerChanges.Builder::locale)
                .use(sometimes(Sections.comments(), ""))
                .withProbability(0.3)
                .in(CustomerChanges.Builder::comments)
                .use(Sections.tags())
                .withProbability(0.3)
                .in(CustomerChanges.Builder::tags)
                .use(sometimes(Sections.additionalData(), AdditionalData.EMPTY))
                .withProbability(0.3)
                .in(CustomerChanges.Builder::additionalData)
                .use(sometimes(Sections.extensionData(), List.of()))
                .withProbability(0.3)
                .in(CustomerChanges.Builder::extensionData)
                .build(CustomerChanges.Builder::build);
    }

    /** Returns names of persons in any script, one in ten of them nasty. First and last name are never blank. */
    public static Arbitrary<PersonName> names() {
        return Sections.names(Arbitraries.frequencyOf(Tuple.of(9, Texts.lines()), Tuple.of(1, Texts.nasty())));
    }

    /** Returns addresses in every country of ISO 3166-1, some without a house number, with any postal code. */
    public static Arbitrary<PostalAddress> addresses() {
        return addressesIn(Sections.countries());
    }

    /** Returns complete telephone numbers, with and without an area code. */
    public static Arbitrary<PhoneNumber> phones() {
        return Sections.phones(digits(0, 4));
    }

    /** Returns e-mail addresses. */
    public static Arbitrary<String> emails() {
        Arbitrary<String> word =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
        return Combinators.combine(word, Texts.word(), word, Arbitraries.of("nl", "de", "example", "co.uk"))
                .as((name, more, domain, tld) -> name + more + "@" + domain + "." + tld);
    }

    /**
     * Returns texts that break programs: stacked combining marks, right-to-left overrides, emoji sequences, NUL and other
     * control characters, quotes and tags of other languages, and rarely a text of 64 KiB. None is blank. None contains
     * half of a surrogate pair, which JSON in UTF-8 cannot carry.
     *
     * <pre>{@code CustomerArbitraries.nastyTexts().map(text -> draft.toBuilder().comments(text).build());}</pre>
     */
    public static Arbitrary<String> nastyTexts() {
        return Arbitraries.frequencyOf(Tuple.of(30, Texts.nasty()), Tuple.of(1, Texts.huge()));
    }

    /**
     * Returns single lines of any script, mostly short, some of 5,000 characters.
     *
     * <pre>{@code CustomerArbitraries.lines().map(text -> draft.toBuilder().companyName(text).build());}</pre>
     */
    public static Arbitrary<String> lines() {
        return Texts.lines();
    }

    /**
     * Returns one to four words of any script, short enough for a URI and without a star: text to look for in a list.
     *
     * <pre>{@code CustomerArbitraries.phrases().map(text -> CustomerQuery.all().where(Field.COMMENT, text + "*"));}</pre>
     */
    public static Arbitrary<String> phrases() {
        return Texts.phrase();
    }

    static Arbitrary<NewCustomer> cleanCustomersIn(Arbitrary<String> countries) {
        Arbitrary<String> lines = Texts.cleanLines();
        return Sections.customers(
                Sections.names(lines),
                Sections.addresses(countries, lines, lines, Postcodes.orElse(lines)),
                Sections.phones(digits(1, 4)),
                OtherSections.clean());
    }

    private static Arbitrary<PostalAddress> addressesIn(Arbitrary<String> countries) {
        Arbitrary<UnaryOperator<String>> anyText = Texts.lines().map(text -> country -> text);
        return Sections.addresses(
                countries,
                Texts.lines(),
                sometimes(Texts.lines(), ""),
                Arbitraries.frequencyOf(Tuple.of(3, Postcodes.orElse(Texts.lines())), Tuple.of(1, anyText)));
    }

    private static String known(String country) {
        if (!List.of(Locale.getISOCountries()).contains(country)) {
            throw new IllegalArgumentException(
                    "'" + country + "' is not a country code of ISO 3166-1 in upper case, such as NL");
        }
        return country;
    }
}
