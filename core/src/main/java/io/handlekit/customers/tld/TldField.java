package io.handlekit.customers.tld;

import io.handlekit.customers.internal.Countries;
import io.handlekit.customers.internal.Dates;
import java.util.List;

/**
 * One field that a top-level domain knows of a customer.
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

    /** The name on the wire, such as {@code mobile_phone_number}; {@code address.state} for a part of the address. */
    public String name() {
        return row.name();
    }

    /** Where it may be filed: at least one place, and the one with the best evidence first. */
    public List<Place> places() {
        return row.places();
    }

    /** Who needs it. */
    public Need need() {
        return row.need();
    }

    /** Whether everybody needs it, and no other field will do. */
    public boolean isRequired() {
        return row.need() == Need.ALWAYS && alternatives.isEmpty();
    }

    /** The names of fields any one of which will do as well. */
    public List<String> alternatives() {
        return alternatives;
    }

    /** What the need is known from. */
    public Evidence evidence() {
        return row.evidence();
    }

    /** What its text looks like. */
    public Form form() {
        return row.form();
    }

    /** The texts it may have, in the order of the vendor's module; empty if any text will do. */
    public List<String> allowedValues() {
        return row.allowedValues();
    }

    /** What it is, in a line that is never empty. */
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

    /** Where a field is filed. See {@link TldField} for an example. */
    public enum Place {
        /** In the item of {@code extension_additional_data} that bears the name of the top-level domain. */
        EXTENSION,
        /** In {@code additional_data}. */
        ADDITIONAL,
        /** In the customer itself: {@code vat}, {@code address.state}. */
        CUSTOMER
    }

    /** What a need is known from. See {@link TldField} for an example. */
    public enum Evidence {
        /** The vendor's schema or documents say so. */
        DOCUMENTED,
        /** The vendor's own module or client does so. */
        OBSERVED,
        /** Concluded, or denied by a better source. */
        INFERRED
    }

    /** What a text looks like. See {@link TldField} for an example. */
    public enum Form {
        /** Any text, or one of {@link TldField#allowedValues}. */
        TEXT("any text"),
        /** {@code YYYY-MM-DD}. */
        DATE("not a date of the form YYYY-MM-DD"),
        /** Two capital letters of ISO 3166-1. */
        COUNTRY("not a country code of ISO 3166-1"),
        /** With {@code http} or {@code https}. */
        URL("not of the form https://example.com"),
        /** Two capital letters for a customer of the United States, any text for others. */
        US_STATE("not the two letters of a state");

        private final String violation;

        Form(String violation) {
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
     * Who needs a field. A company is a customer with a company name, a resident one with an address in one of the
     * {@link TldRequirements#homeCountries}. See {@link TldField} for an example.
     */
    public enum Need {
        /** Everybody. */
        ALWAYS(""),
        /** Companies. */
        IF_COMPANY(" of a company"),
        /** Private persons. */
        IF_INDIVIDUAL(" of a private person"),
        /** Resident companies. */
        IF_RESIDENT_COMPANY(" of a resident company"),
        /** Resident private persons. */
        IF_RESIDENT_INDIVIDUAL(" of a resident private person"),
        /** Whoever is no resident. */
        IF_FOREIGN(" of an owner who is no resident"),
        /** Private persons who are no residents. */
        IF_FOREIGN_INDIVIDUAL(" of a private person who is no resident"),
        /** Companies, and resident persons who trade in their own name. */
        IF_COMPANY_OR_ENTREPRENEUR(" of a company or an entrepreneur"),
        /** Nobody. */
        OPTIONAL(""),
        /** No source says. */
        UNKNOWN("");

        private final String ofWhom;

        Need(String ofWhom) {
            this.ofWhom = ofWhom;
        }

        /** The end of a sentence. */
        String ofWhom() {
            return ofWhom;
        }

        Certainty holds(TldOwner owner) {
            Certainty individual = owner.company().not();
            return switch (this) {
                case ALWAYS -> Certainty.YES;
                case IF_COMPANY -> owner.company();
                case IF_INDIVIDUAL -> individual;
                case IF_RESIDENT_COMPANY -> owner.company().and(owner.resident());
                case IF_RESIDENT_INDIVIDUAL -> individual.and(owner.resident());
                case IF_FOREIGN -> owner.resident().not();
                case IF_FOREIGN_INDIVIDUAL -> individual.and(owner.resident().not());
                case IF_COMPANY_OR_ENTREPRENEUR -> owner.company().or(owner.entrepreneur());
                case OPTIONAL, UNKNOWN -> Certainty.NO;
            };
        }
    }
}
