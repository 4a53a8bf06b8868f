package io.handlekit.customers.tld;

import java.util.Objects;

/**
 * A source of requirements.
 *
 * <pre>{@code
 * TldSource source = TldRequirements.of("aero").rules().get(0).sources().get(0);
 * source.name();     // vendor's schema of customers
 * source.evidence(); // DOCUMENTED
 * }</pre>
 *
 * @param name the words for the source in a finding, such as {@code vendor article on .ru, support 360000739847}
 * @param evidence the kind of source
 */
public record TldSource(String name, Evidence evidence) {
    /** Creates a source. */
    public TldSource {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(evidence, "evidence");
    }

    @Override
    public String toString() {
        return name;
    }

    /** A kind of source. See {@link TldSource} for an example. */
    public enum Evidence {
        /** The vendor documents it: an article, a schema or other documentation. */
        DOCUMENTED,
        /** The vendor's own software, or the service in answer to a client, behaves so. */
        OBSERVED
    }
}
