package io.handlekit.mock.internal.base;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A pattern of calls, for faults and expectations.
 *
 * @param method an HTTP method, or {@code *} for any
 * @param path a path below the version, whichever it is, where {@code *} matches one segment and <code>&#47;**</code> at the end any
 *     number of them; without a path the pattern matches every call that is not a login
 */
public record CallPattern(String method, Optional<String> path) {
    private static final Pattern METHOD = Pattern.compile("\\*|[A-Z][A-Z-]*");
    private static final Set<String> SERVED = Set.of("*", "GET", "POST", "PUT", "DELETE");
    private static final String REST = "/**";

    public static final CallPattern ANY = new CallPattern("*", Optional.empty());

    public CallPattern {
        if (!METHOD.matcher(method).matches()) {
            throw new IllegalArgumentException("the method must be in capitals, or * for any method");
        }
        if (!path.map(CallPattern::isPattern).orElse(true)) {
            throw new IllegalArgumentException(
                    "the path must be like /customers, /customers/* or /**, without /v1 or /v1beta");
        }
    }

    /**
     * Returns the pattern of a fault.
     *
     * @throws IllegalArgumentException if the service has no call with this method, or the path is not a pattern
     */
    public static CallPattern ofFault(String method, Optional<String> path) {
        if (!SERVED.contains(method)) {
            throw new IllegalArgumentException("the method must be GET, POST, PUT, DELETE or *");
        }
        return new CallPattern(method, path);
    }

    private static boolean isPattern(String path) {
        String stem = path.endsWith(REST) ? path.substring(0, path.length() - REST.length()) : path;
        return path.startsWith("/") && ServicePaths.version(path + "/").isEmpty() && !stem.contains("**");
    }

    /** Returns true if a call is one of these; its path is below the version. */
    public boolean includes(String method, String path) {
        String given = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return isMethod(method)
                && this.path.map(pattern -> matches(pattern, given)).orElse(!given.equals(ServicePaths.LOGIN));
    }

    /** Returns true if a request is one of these calls; its path is as it was sent, version included. */
    public boolean includesRequest(String method, String fullPath) {
        return ServicePaths.version(fullPath)
                .map(version -> includes(method, ServicePaths.below(version, fullPath)))
                .orElse(false);
    }

    /** Returns true if these calls include ones with this method. */
    public boolean isMethod(String given) {
        return method.equals("*") || method.equals(given);
    }

    private static boolean matches(String pattern, String path) {
        boolean isOpen = pattern.endsWith(REST);
        String[] wanted = (isOpen ? pattern.substring(0, pattern.length() - REST.length()) : pattern).split("/", -1);
        String[] given = path.split("/", -1);
        if (isOpen ? given.length < wanted.length : given.length != wanted.length) {
            return false;
        }
        return IntStream.range(0, wanted.length).allMatch(i -> wanted[i].equals("*") || wanted[i].equals(given[i]));
    }

    @Override
    public String toString() {
        return method + " " + path.orElse("*");
    }
}
