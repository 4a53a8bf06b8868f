package io.handlekit.mock.internal.control;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The host names under which clients may call the mock. A browser sends the name of a page's own host here if that name
 * leads to this machine, so a name that anybody can register is refused.
 */
public final class HostNames {
    private static final String ANY = "*";

    private final String host;
    private final List<String> allowed;

    /**
     * Creates the names of a mock.
     *
     * @param host the host that the mock listens on
     * @param allowed further names, {@code *.example.com} for those below one, or {@code *} for any
     */
    public HostNames(String host, List<String> allowed) {
        this.host = lower(host);
        this.allowed = allowed.stream().map(HostNames::lower).toList();
    }

    /** Returns true if a {@code Host} header names this machine: an address, localhost, our host, or an allowed name. */
    boolean isThisMachine(@Nullable String header) {
        return isThisMachineByName(name(header));
    }

    private boolean isThisMachineByName(String name) {
        return isAddress(name)
                || name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals(host)
                || allowed.stream().anyMatch(one -> isBelow(one, name));
    }

    /** Returns true if the service answers under a {@code Host} header: also under names that a private network has. */
    public boolean isServed(@Nullable String header) {
        String name = name(header);
        return isThisMachineByName(name) || !name.contains(".") || name.endsWith(".internal");
    }

    /** Returns true for an address, and for no name at all. Names come with each request, so they are read by hand. */
    private static boolean isAddress(String name) {
        return name.startsWith("[") || endOf(name, "0123456789.") == 0;
    }

    /** Returns where the characters at the end of a text begin that are all among these. */
    private static int endOf(String text, String characters) {
        int end = text.length();
        while (end > 0 && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isBelow(String allowed, String name) {
        return allowed.equals(ANY)
                || (allowed.startsWith("*.") ? name.endsWith(allowed.substring(1)) : allowed.equals(name));
    }

    /** Returns the name without port and final dot; empty if there is none. */
    private static String name(@Nullable String header) {
        String text = header == null ? "" : lower(header);
        int colon = endOf(text, "0123456789") - 1;
        String name = colon >= 0 && text.charAt(colon) == ':' ? text.substring(0, colon) : text;
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
