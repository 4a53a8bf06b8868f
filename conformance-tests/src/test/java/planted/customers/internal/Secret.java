package planted.customers.internal;

/** A type for the artifact that it belongs to alone. */
public final class Secret {}
