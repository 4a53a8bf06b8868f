package io.handlekit.customers.tld;

import io.handlekit.customers.internal.Countries;
import io.handlekit.customers.internal.Dates;
import java.util.List;

/**
 * A field that a top-level domain knows of a customer.
 *
 * <pre>{@code
 * TldField purpose = TldRequirements.of("us").fields().get(0);
 * purpose.name();          // applicant_purpose
 * purpose.places();        // [EXTENSION]
 * purpose.need();          // ALWAYS
 * purpose.evidence();      // INFERRED
 * purpose.allowedValues(); // [P1, P2, P3, P5]
 * }</pre>
 */
public final class TldField {
    private final TldTable.Row row;
    private final List<String> alternatives;
    private final String description;

    TldField(TldTable.Row row, List<String> alternatives, String description) {
        this.row = row;
        this.alternatives = List.copyOf(alternatives);
        this.description = description;
    }

    /** Returns the name on the wire, such as {@code mobile_phone_number} or {@code address.state}. */
    public String name() {
        return row.name();
    }

    /** Returns the places where the field may be sent: at least one, the one with the best evidence first. */
    public List<Place> places() {
        return row.places();
    }

    /** Returns the owners that need the field. */
    public Need need() {
        return row.need();
    }

    /** Returns true if every owner needs the field and no other field is accepted instead. */
    public boolean isRequired() {
        return row.need() == Need.ALWAYS && alternatives.isEmpty();
    }

    /** Returns the names of the fields that are accepted instead of this one. */
    public List<String> alternatives() {
        return alternatives;
    }

    /** Returns the kind of source that the need is known from. */
    public Evidence evidence() {
        return row.evidence();
    }

    /** Returns the format of the text. */
    public Format format() {
        return row.format();
    }

    /** Returns the allowed texts in the order of the vendor's module; empty if any text is allowed. */
    public List<String> allowedValues() {
        return row.allowedValues();
    }

    /** Returns a description of one line, which is never empty. */
    public String description() {
        return description;
    }

    boolean isDoubtful(String value) {
        return row.doubtfulValues().contains(value);
    }

    @Override
    public String toString() {
        return "TldField[" + row.name() + ", " + row.need() + "]";
    }

    /** A place in a customer where a field may be sent. See {@link TldField} for an example. */
    public enum Place {
        /** The item of {@code extension_additional_data} that has the name of the top-level domain. */
        EXTENSION,
        /** The object {@code additional_data}. */
        ADDITIONAL,
        /** The customer itself, as for {@code vat} and {@code address.state}. */
        CUSTOMER
    }

    /** A kind of source. See {@link TldField} for an example. */
    public enum Evidence {
        /** The vendor's schema or documents state it. */
        DOCUMENTED,
        /** The vendor's own module or client does it. */
        OBSERVED,
        /** It is concluded, or a better source denies it. */
        INFERRED
    }

    /** A format of a text. See {@link TldField} for an example. */
    public enum Format {
        /** Any text, or one of {@link TldField#allowedValues}. */
        TEXT("any text"),
        /** A date, {@code YYYY-MM-DD}. */
        DATE("not a date of the form YYYY-MM-DD"),
        /** A country code of ISO 3166-1: two capital letters. */
        COUNTRY("not a country code of ISO 3166-1"),
        /** A web address with {@code http} or {@code https}. */
        URL("not a web address such as https://example.com"),
        /** Two capital letters for a customer of the United States, any text for others. */
        US_STATE("not the two-letter code of a state");

        private final String violation;

        Format(String violation) {
            this.violation = violation;
        }

        String violation() {
            return violation;
        }

        boolean fits(String text, TldOwner owner) {
            return switch (this) {
                case TEXT -> true;
                case DATE -> Dates.isDate(text);
                case COUNTRY -> Countries.isCode(text);
                case URL -> text.startsWith("http://") || text.startsWith("https://");
                case US_STATE -> !owner.country().equals("US") || isTwoCapitals(text);
            };
        }

        private static boolean isTwoCapitals(String text) {
            return text.length() == 2 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        }
    }

    /**
     * The owners that need a field. A company is a customer with a company name. A resident has an address in one of
     * the {@link TldRequirements#homeCountries}. See {@link TldField} for an example.
     */
    public enum Need {
        /** Every owner. */
        ALWAYS(""),
        /** Companies. */
        IF_COMPANY(" from a company"),
        /** Private persons. */
        IF_INDIVIDUAL(" from a private person"),
        /** Resident companies. */
        IF_RESIDENT_COMPANY(" from a resident company"),
        /** Resident private persons. */
        IF_RESIDENT_INDIVIDUAL(" from a resident private person"),
        /** Owners that are not resident. */
        IF_FOREIGN(" from an owner that is not resident"),
        /** Private persons that are not resident. */
        IF_FOREIGN_INDIVIDUAL(" from a private person that is not resident"),
        /** Companies, and resident persons that trade in their own name. */
        IF_COMPANY_OR_ENTREPRENEUR(" from a company or an entrepreneur"),
        /** No owner. */
        OPTIONAL(""),
        /** Not known: no source tells. */
        UNKNOWN("");

        private final String fromWhom;

        Need(String fromWhom) {
            this.fromWhom = fromWhom;
        }

        /** Returns the end of a sentence, with a leading space, or nothing. */
        String fromWhom() {
            return fromWhom;
        }

        TriState holds(TldOwner owner) {
            TriState individual = owner.company().not();
            return switch (this) {
                case ALWAYS -> TriState.YES;
                case IF_COMPANY -> owner.company();
                case IF_INDIVIDUAL -> individual;
                case IF_RESIDENT_COMPANY -> owner.company().and(owner.resident());
                case IF_RESIDENT_INDIVIDUAL -> individual.and(owner.resident());
                case IF_FOREIGN -> owner.resident().not();
                case IF_FOREIGN_INDIVIDUAL -> individual.and(owner.resident().not());
                case IF_COMPANY_OR_ENTREPRENEUR -> owner.company().or(owner.entrepreneur());
                case OPTIONAL, UNKNOWN -> TriState.NO;
            };
        }
    }
}
