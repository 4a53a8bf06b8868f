package planted.http.vertx;

/** A type for the mock to use. */
public final class Adapter {}
