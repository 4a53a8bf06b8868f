package io.handlekit.http.observer;

/**
 * An operation of the service that the client requests.
 *
 * <pre>{@code
 * Operation.GET.method();       // GET
 * Operation.GET.pathTemplate(); // /customers/{handle}
 * }</pre>
 */
public enum Operation {
    /** Obtains a token for a user name and password. */
    LOGIN("POST", "/auth/login"),
    /** Creates a customer. */
    CREATE("POST", "/customers"),
    /** Changes a customer. */
    UPDATE("PUT", "/customers/{handle}"),
    /** Reads a customer. */
    GET("GET", "/customers/{handle}"),
    /** Reads a page of customers. */
    LIST("GET", "/customers"),
    /** Deletes a customer. */
    DELETE("DELETE", "/customers/{handle}");

    private final String method;
    private final String pathTemplate;

    Operation(String method, String pathTemplate) {
        this.method = method;
        this.pathTemplate = pathTemplate;
    }

    /** Returns the HTTP method. */
    public String method() {
        return method;
    }

    /** Returns the path below the base URL with a placeholder for the handle. */
    public String pathTemplate() {
        return pathTemplate;
    }

    /** Returns true if the operation creates, changes or deletes a customer. */
    public boolean writes() {
        return this == CREATE || this == UPDATE || this == DELETE;
    }
}
