package io.handlekit.customers.tld;

import io.handlekit.customers.tld.TldRule.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field that a top-level domain knows of a customer, with the rules that name it.
 *
 * <pre>{@code
 * TldField purpose = TldRequirements.of("us").fields().get(0);
 * purpose.name();          // applicant_purpose
 * purpose.places();        // [EXTENSION]
 * purpose.isRequired();    // true
 * purpose.allowedValues(); // [P1, P2, P3, P5]
 * purpose.rules();         // [values applicant_purpose P1, P2, P3, P5, ?P4, required applicant_purpose]
 * }</pre>
 */
public final class TldField {
    private final String name;
    private final List<Place> places;
    private final String description;
    private final List<TldRule> rules;

    TldField(String name, List<Place> places, String description, List<TldRule> rules) {
        this.name = name;
        this.places = List.copyOf(places);
        this.description = description;
        this.rules = List.copyOf(rules);
    }

    /** Returns the name on the wire, such as {@code mobile_phone_number} or {@code address.state}. */
    public String name() {
        return name;
    }

    /** Returns the places where the field may be sent: at least one, the one with the best evidence first. */
    public List<Place> places() {
        return places;
    }

    /** Returns the rules that name the field; empty if no source says when the field is needed. */
    public List<TldRule> rules() {
        return rules;
    }

    /** Returns true if every owner needs the field and no other field is accepted instead. */
    public boolean isRequired() {
        return always(Kind.REQUIRED).anyMatch(rule -> rule.fields().size() == 1);
    }

    /** Returns the format of the text that applies to every owner; empty if there is none. */
    public Optional<TldFormat> format() {
        return always(Kind.FORMAT).findFirst().flatMap(TldRule::format);
    }

    /** Returns the values that are allowed for every owner, in the order of the source; empty if any text is allowed. */
    public List<String> allowedValues() {
        return always(Kind.VALUES).findFirst().map(TldRule::values).orElse(List.of());
    }

    private Stream<TldRule> always(Kind kind) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind && rule.condition().isAlways());
    }

    /** Returns a description of one line, which is never empty. */
    public String description() {
        return description;
    }

    @Override
    public String toString() {
        return "TldField[" + name + ", " + rules + "]";
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
}
