package planted.http.vertx;

/** Something for the mock to know. */
public final class Adapter {}
