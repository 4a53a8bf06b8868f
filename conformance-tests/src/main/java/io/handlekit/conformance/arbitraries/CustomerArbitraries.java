package io.handlekit.conformance.arbitraries;

import static io.handlekit.conformance.arbitraries.Sections.digits;
import static io.handlekit.conformance.arbitraries.Sections.sometimes;

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
 * Customers and changes that the service accepts, valid by construction: nothing is generated to be thrown away. For
 * tests of your own too:
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
 * <p>Those with known errors are made by {@link BrokenDraft}.
 */
public final class CustomerArbitraries {
    private CustomerArbitraries() {}

    /**
     * Customers of every country, from the bare minimum to every section filled in. There are no errors in them; there
     * may be what {@code CustomerRules} warn of, such as a postal code of an odd form or a NUL in a name.
     */
    public static Arbitrary<NewCustomer> newCustomers() {
        return Sections.customers(names(), addresses(), phones(), Sections.additionalData());
    }

    /**
     * The same, of one country.
     *
     * <pre>{@code CustomerArbitraries.newCustomersIn("NL");}</pre>
     *
     * @param country a code of ISO 3166-1 in capital letters
     * @throws IllegalArgumentException if it is none
     */
    public static Arbitrary<NewCustomer> newCustomersIn(String country) {
        return Sections.customers(
                names(), addressesIn(Arbitraries.just(known(country))), phones(), Sections.additionalData());
    }

    /**
     * Customers of every country in whom {@code CustomerRules} find nothing at all, not even something to warn of:
     * postal codes have their country's documented form, if there is one, and no line has a control character.
     *
     * <pre>{@code CustomerArbitraries.cleanCustomers();}</pre>
     */
    public static Arbitrary<NewCustomer> cleanCustomers() {
        return cleanCustomersIn(Sections.countries());
    }

    /**
     * The same, of one country.
     *
     * <pre>{@code CustomerArbitraries.cleanCustomersIn("NL");}</pre>
     *
     * @param country a code of ISO 3166-1 in capital letters
     * @throws IllegalArgumentException if it is none
     */
    public static Arbitrary<NewCustomer> cleanCustomersIn(String country) {
        return cleanCustomersIn(Arbitraries.just(known(country)));
    }

    /**
     * Customers for whom domains under this top-level domain can be ordered, as far as that is known: companies and
     * private persons, at home there and abroad. Neither {@code CustomerRules} nor {@link TldRequirements} find
     * anything in them.
     *
     * <pre>{@code CustomerArbitraries.ownersFor("ru");}</pre>
     *
     * @param tld as {@link TldRequirements#of} takes it
     * @throws IllegalArgumentException if it is none
     */
    public static Arbitrary<NewCustomer> ownersFor(String tld) {
        return Owners.of(TldRequirements.of(tld)).all();
    }

    /** Changes to any sections, each kept, set or cleared. As those of {@link #newCustomers}, they have no errors. */
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

    /** Names of persons, in any script, and now and then a nasty one. First and last name are never blank. */
    public static Arbitrary<PersonName> names() {
        return Sections.names(Arbitraries.frequencyOf(Tuple.of(9, Texts.lines()), Tuple.of(1, Texts.nasty())));
    }

    /** Addresses in every country of ISO 3166-1, complete but for house numbers and with any postal code. */
    public static Arbitrary<PostalAddress> addresses() {
        return addressesIn(Sections.countries());
    }

    /** Complete telephone numbers, with and without an area code. */
    public static Arbitrary<PhoneNumber> phones() {
        return Sections.phones(digits(0, 4));
    }

    /** E-mail addresses. */
    public static Arbitrary<String> emails() {
        Arbitrary<String> word =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
        return Combinators.combine(word, Texts.word(), word, Arbitraries.of("nl", "de", "example", "co.uk"))
                .as((name, more, domain, tld) -> name + more + "@" + domain + "." + tld);
    }

    /**
     * Texts that break programs: piles of combining marks, right-to-left overrides, families of emoji, NUL and other
     * controls, quotes and tags of other languages, and rarely a text of 64 KiB. None is blank. There is no half of a
     * surrogate pair, which no JSON in UTF-8 can carry.
     *
     * <pre>{@code CustomerArbitraries.nastyTexts().map(text -> draft.toBuilder().comments(text).build());}</pre>
     */
    public static Arbitrary<String> nastyTexts() {
        return Arbitraries.frequencyOf(Tuple.of(30, Texts.nasty()), Tuple.of(1, Texts.huge()));
    }

    static Arbitrary<NewCustomer> cleanCustomersIn(Arbitrary<String> countries) {
        return Sections.customers(
                Sections.names(Texts.lines()),
                Sections.addresses(countries, Texts.lines(), Postcodes.orElse(Texts.lines())),
                Sections.phones(digits(1, 4)),
                Sections.cleanAdditionalData());
    }

    private static Arbitrary<PostalAddress> addressesIn(Arbitrary<String> countries) {
        Arbitrary<UnaryOperator<String>> anyText = Texts.lines().map(text -> country -> text);
        return Sections.addresses(
                countries,
                sometimes(Texts.lines(), ""),
                Arbitraries.frequencyOf(Tuple.of(3, Postcodes.orElse(Texts.lines())), Tuple.of(1, anyText)));
    }

    private static String known(String country) {
        if (!List.of(Locale.getISOCountries()).contains(country)) {
            throw new IllegalArgumentException("a country code of ISO 3166-1 is expected, such as NL");
        }
        return country;
    }
}
