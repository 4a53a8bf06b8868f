package io.handlekit.mock.internal.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        return name(header).map(this::isThisMachineByName).orElse(true);
    }

    private boolean isThisMachineByName(String name) {
        boolean isAddress = name.startsWith("[") || name.matches("[0-9.]+");
        return isAddress
                || name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals(host)
                || allowed.stream().anyMatch(one -> isBelow(one, name));
    }

    /** Returns true if the service answers under a {@code Host} header: also under names that a private network has. */
    public boolean isServed(@Nullable String header) {
        return isThisMachine(header)
                || name(header)
                        .filter(name -> !name.contains(".") || name.endsWith(".internal"))
                        .isPresent();
    }

    private static boolean isBelow(String allowed, String name) {
        return allowed.equals(ANY)
                || (allowed.startsWith("*.") ? name.endsWith(allowed.substring(1)) : allowed.equals(name));
    }

    /** Returns the name without port and final dot; empty if there is none. */
    private static Optional<String> name(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(text -> lower(text).replaceFirst(":[0-9]*$", "").replaceFirst("\\.$", ""))
                .filter(name -> !name.isEmpty());
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
