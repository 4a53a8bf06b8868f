package io.handlekit.conformance;

import io.handlekit.customers.AdditionalData;
import io.handlekit.customers.AdditionalField;
import io.handlekit.customers.AttachedFile;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.ExtensionData;
import io.handlekit.customers.ExtensionField;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Customers and changes that the service accepts, valid by construction: nothing is generated to be thrown away.
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
 */
public final class CustomerArbitraries {
    private CustomerArbitraries() {}

    /** Customers of every country, from the bare minimum to every section filled in. */
    public static Arbitrary<NewCustomer> newCustomers() {
        return Builders.withBuilder(NewCustomer::builder)
                .use(names())
                .in(NewCustomer.Builder::name)
                .use(addresses())
                .in(NewCustomer.Builder::address)
                .use(phones())
                .in(NewCustomer.Builder::phone)
                .use(emails())
                .in(NewCustomer.Builder::email)
                .use(sometimes(phones(), PhoneNumber.EMPTY))
                .in(NewCustomer.Builder::fax)
                .use(sometimes(Texts.lines(), ""))
                .in(NewCustomer.Builder::companyName)
                .use(sometimes(vats(), ""))
                .in(NewCustomer.Builder::vat)
                .use(sometimes(locales(), ""))
                .in(NewCustomer.Builder::locale)
                .use(sometimes(Texts.any(), ""))
                .in(NewCustomer.Builder::comments)
                .use(tags())
                .in(NewCustomer.Builder::tags)
                .use(sometimes(additionalData(), AdditionalData.EMPTY))
                .in(NewCustomer.Builder::additionalData)
                .use(sometimes(extensionData(), List.of()))
                .in(NewCustomer.Builder::extensionData)
                .build(NewCustomer.Builder::build);
    }

    /** Changes to any sections, each kept, set or cleared. */
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
                .use(sometimes(vats(), ""))
                .withProbability(0.3)
                .in(CustomerChanges.Builder::vat)
                .use(sometimes(locales(), ""))
                .withProbability(0.3)
                .in(CustomerChanges.Builder::locale)
                .use(sometimes(Texts.any(), ""))
                .withProbability(0.3)
                .in(CustomerChanges.Builder::comments)
                .use(tags())
                .withProbability(0.3)
                .in(CustomerChanges.Builder::tags)
                .use(sometimes(additionalData(), AdditionalData.EMPTY))
                .withProbability(0.3)
                .in(CustomerChanges.Builder::additionalData)
                .use(sometimes(extensionData(), List.of()))
                .withProbability(0.3)
                .in(CustomerChanges.Builder::extensionData)
                .build(CustomerChanges.Builder::build);
    }

    /** Names of persons, in any script. */
    public static Arbitrary<PersonName> names() {
        return Combinators.combine(
                        sometimes(Texts.lines(), ""), Texts.lines(), sometimes(Texts.lines(), ""), Texts.lines())
                .as(PersonName::new);
    }

    /** Complete addresses in every country of ISO 3166-1. */
    public static Arbitrary<PostalAddress> addresses() {
        return Combinators.combine(
                        Texts.lines(),
                        sometimes(Texts.lines(), ""),
                        sometimes(Texts.lines(), ""),
                        Texts.lines(),
                        Texts.lines(),
                        sometimes(Texts.lines(), ""),
                        Arbitraries.of(Locale.getISOCountries()))
                .as(PostalAddress::new);
    }

    /** Complete telephone numbers, with and without an area code. */
    public static Arbitrary<PhoneNumber> phones() {
        return Combinators.combine(digits(1, 4).map(digits -> "+" + digits), digits(0, 4), digits(1, 12))
                .as(PhoneNumber::new);
    }

    /** E-mail addresses. */
    public static Arbitrary<String> emails() {
        Arbitrary<String> word =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
        return Combinators.combine(word, Texts.word(), word, Arbitraries.of("nl", "de", "example", "co.uk"))
                .as((name, more, domain, tld) -> name + more + "@" + domain + "." + tld);
    }

    private static Arbitrary<String> vats() {
        return Combinators.combine(Arbitraries.of("NL", "DE", "GB"), digits(8, 12))
                .as(String::concat);
    }

    private static Arbitrary<String> locales() {
        return Arbitraries.of("nl_NL", "nl_BE", "en_GB", "el_GR", "az_Latn_AZ", "nb_NO", "de");
    }

    private static Arbitrary<List<Tag>> tags() {
        return Texts.lines().map(Tag::of).list().uniqueElements().ofMaxSize(3);
    }

    private static Arbitrary<AdditionalData> additionalData() {
        Arbitrary<String> known = Arbitraries.of(AdditionalField.values()).map(AdditionalField::wireName);
        Arbitrary<AttachedFile> file =
                Combinators.combine(Texts.lines(), Texts.lines(), Texts.lines()).as(AttachedFile::new);
        return Combinators.combine(openMaps(known), file.list().ofMaxSize(2)).as(AdditionalData::new);
    }

    private static Arbitrary<List<ExtensionData>> extensionData() {
        Arbitrary<String> known = Arbitraries.of(ExtensionField.values()).map(ExtensionField::wireName);
        return Combinators.combine(Arbitraries.of("ru", "us", "es", "aero", "xn--p1ai"), openMaps(known))
                .as(ExtensionData::new)
                .list()
                .uniqueElements(ExtensionData::name)
                .ofMaxSize(3);
    }

    /** Known names and a few of tomorrow's, with texts that may be empty. */
    private static Arbitrary<Map<String, String>> openMaps(Arbitrary<String> known) {
        Arbitrary<String> names = Arbitraries.frequencyOf(
                Tuple.of(9, known), Tuple.of(1, Arbitraries.of("a_field_of_tomorrow", "another_one")));
        return Arbitraries.maps(names, sometimes(Texts.any(), "")).ofMaxSize(8);
    }

    private static Arbitrary<String> digits(int min, int max) {
        return Arbitraries.strings().numeric().ofMinLength(min).ofMaxLength(max);
    }

    private static <T> Arbitrary<T> sometimes(Arbitrary<T> values, T otherwise) {
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(otherwise)), Tuple.of(2, values));
    }
}
