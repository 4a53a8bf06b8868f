package io.handlekit.customers.tld;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The owners that a rule applies to. Immutable.
 *
 * <pre>{@code
 * TldCondition condition = TldRequirements.of("fi").rules().get(3).condition();
 * condition.owner();     // INDIVIDUAL
 * condition.residence(); // INSIDE
 * condition.countries(); // [FI]
 * condition.toString();  // of individual in FI
 * }</pre>
 *
 * @param owner the kind of owner
 * @param residence whether the country of the postal address matters, and how
 * @param countries the country codes that {@code residence} refers to; empty for {@link Residence#ANY}
 * @param area the words for the countries in a finding, such as {@code RU} or {@code the European Union}
 */
public record TldCondition(Owner owner, Residence residence, List<String> countries, String area) {
    /** The condition that every owner meets. */
    public static final TldCondition ALWAYS = new TldCondition(Owner.ANY, Residence.ANY, List.of(), "");

    /** Creates a condition. */
    public TldCondition {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(residence, "residence");
        countries = List.copyOf(countries);
        Objects.requireNonNull(area, "area");
    }

    /** Returns true if every owner meets the condition. */
    public boolean isAlways() {
        return owner == Owner.ANY && residence == Residence.ANY;
    }

    /** Returns the end of a sentence with a leading space, such as {@code from a company outside FI}. */
    String words() {
        String from = residence != Residence.ANY && owner == Owner.ANY ? " from an owner" : owner.words;
        return switch (residence) {
            case ANY -> from;
            case INSIDE -> from + " in " + area;
            case OUTSIDE -> from + " outside " + area;
        };
    }

    /** Returns the condition as the table writes it, or an empty text. */
    @Override
    public String toString() {
        String of = owner == Owner.ANY ? "" : "of " + owner.name().toLowerCase(Locale.ROOT);
        return switch (residence) {
            case ANY -> of;
            case INSIDE -> (of + " in " + area).strip();
            case OUTSIDE -> (of + " outside " + area).strip();
        };
    }

    /** A kind of owner. See {@link TldCondition} for an example. */
    public enum Owner {
        /** Every owner. */
        ANY(""),
        /** Owners with a company name. */
        COMPANY(" from a company"),
        /** Owners without a company name. */
        INDIVIDUAL(" from a private person"),
        /** Owners without a company name that trade in their own name. */
        ENTREPRENEUR(" from an entrepreneur");

        private final String words;

        Owner(String words) {
            this.words = words;
        }
    }

    /** The role of the country of the postal address. See {@link TldCondition} for an example. */
    public enum Residence {
        /** The country does not matter. */
        ANY,
        /** The address is in one of the countries. */
        INSIDE,
        /** The address is in none of the countries. */
        OUTSIDE
    }
}
