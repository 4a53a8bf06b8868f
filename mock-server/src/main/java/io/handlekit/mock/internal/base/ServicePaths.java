package io.handlekit.mock.internal.base;

/** The paths of the service that several packages need. */
public final class ServicePaths {
    /** The version, with which the path of every call begins. */
    public static final String VERSION = "/v1beta";

    /** The path of a login below the version: the one call that needs no token, and whose body holds secrets. */
    public static final String LOGIN = "/auth/login";

    private ServicePaths() {}
}
