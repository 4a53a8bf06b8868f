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
     * @throws IllegalArgumentException if the service has no call with this method, or no path that the pattern matches
     */
    public static CallPattern ofFault(String method, Optional<String> path) {
        if (!SERVED.contains(method)) {
            throw new IllegalArgumentException("the method must be GET, POST, PUT, DELETE or *");
        }
        return ofService(method, path);
    }

    /**
     * Returns the pattern of an expectation.
     *
     * @throws IllegalArgumentException if the service has no path that the pattern matches, as after a typing error
     */
    public static CallPattern ofService(String method, Optional<String> path) {
        CallPattern pattern = new CallPattern(method, path);
        if (!path.map(CallPattern::isServed).orElse(true)) {
            throw new IllegalArgumentException("the path matches none of the service, which has "
                    + String.join(", ", ServicePaths.TEMPLATES) + "; a star stands for a segment");
        }
        return pattern;
    }

    private static boolean isPattern(String path) {
        return path.startsWith("/")
                && ServicePaths.version(path + "/").isEmpty()
                && !stem(path).contains("**")
                && path.chars().noneMatch(c -> c == '?' || c == '#')
                && hasWholeEscapes(path);
    }

    private static boolean hasWholeEscapes(String path) {
        try {
            PercentEscapes.decode(path);
            return true;
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    private static boolean isServed(String pattern) {
        return ServicePaths.TEMPLATES.stream().anyMatch(template -> matches(pattern, template));
    }

    private static String stem(String pattern) {
        return pattern.endsWith(REST) ? pattern.substring(0, pattern.length() - REST.length()) : pattern;
    }

    /** Returns true if the pattern has this path and no other. */
    public boolean isExactly(String other) {
        return path.filter(pattern -> !pattern.contains("*") && matches(pattern, other))
                .isPresent();
    }

    /** Returns true if a call is one of these; its path is below the version. */
    public boolean includes(String method, String path) {
        return isMethod(method)
                && this.path.map(pattern -> matches(pattern, path)).orElseGet(() -> !matches(ServicePaths.LOGIN, path));
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

    /** Returns how many segments of a path, which is below the version, are missing, added or others than in the pattern. */
    public int differingSegments(String given) {
        String pattern = path.orElse(REST);
        String[] wanted = stem(pattern).split("/", -1);
        String[] found = given.split("/", -1);
        int most = pattern.endsWith(REST) ? wanted.length : Math.max(wanted.length, found.length);
        return (int) IntStream.range(0, most)
                .filter(at -> at >= wanted.length || at >= found.length || !isSame(wanted[at], found[at]))
                .count();
    }

    private static boolean matches(String pattern, String path) {
        boolean isOpen = pattern.endsWith(REST);
        String[] wanted = stem(pattern).split("/", -1);
        String[] given = path.split("/", -1);
        if (isOpen ? given.length < wanted.length : given.length != wanted.length) {
            return false;
        }
        return IntStream.range(0, wanted.length).allMatch(i -> isSame(wanted[i], given[i]));
    }

    /** Compares what two segments stand for. A handle is the same one with and without escapes. */
    private static boolean isSame(String wanted, String given) {
        return wanted.equals("*")
                || wanted.equals(given)
                || (given.startsWith("{") && !wanted.isEmpty())
                || PercentEscapes.decode(wanted).equals(decoded(given));
    }

    private static String decoded(String given) {
        return hasWholeEscapes(given) ? PercentEscapes.decode(given) : given;
    }

    @Override
    public String toString() {
        return method + " " + path.orElse("*");
    }
}
