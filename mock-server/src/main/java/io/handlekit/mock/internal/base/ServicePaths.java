package io.handlekit.mock.internal.base;

import io.handlekit.mock.behaviour.ApiVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The paths of the service that several packages need. */
public final class ServicePaths {
    /** The path of a login below the version: the one call that needs no token, and whose body holds secrets. */
    public static final String LOGIN = "/auth/login";

    /** The paths below the version that the service has; a name in braces stands for any segment. */
    public static final List<String> TEMPLATES = List.of(
            LOGIN,
            "/tags",
            "/customers",
            "/customers/{handle}",
            "/customers/verifications/emails/start",
            "/customers/verifications/emails/restart",
            "/customers/verifications/emails/domains",
            "/domains/additional-data/customers");

    private ServicePaths() {}

    /** Returns the version that a call's path begins with; empty if it is no path of the service. */
    public static Optional<ApiVersion> version(String path) {
        return Stream.of(ApiVersion.values())
                .filter(version -> path.startsWith(version.path() + "/"))
                .findAny();
    }

    /** Returns what follows the version in a call's path. */
    public static String below(ApiVersion version, String path) {
        return path.substring(version.path().length());
    }
}
