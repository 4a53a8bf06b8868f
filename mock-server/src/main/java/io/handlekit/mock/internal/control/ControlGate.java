package io.handlekit.mock.internal.control;

import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.BearerToken;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The access check of the control API. With a control token, it requires that token and nothing else. Without one, it
 * lets in only programs of this machine, and no web page of another origin or of a host name rebound to this machine.
 */
public final class ControlGate {
    /** Says that the caller is not who connects: another machine may be behind a proxy on this one. */
    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private final ControlSettings options;
    private final HostNames hosts;

    /**
     * Creates a gate.
     *
     * @param hosts the names that are accepted in the Host header
     */
    public ControlGate(ControlSettings options, HostNames hosts) {
        this.options = options;
        this.hosts = hosts;
    }

    /**
     * Checks a request.
     *
     * @throws BadRequest if the caller may not control the mock
     */
    void check(Context ctx) {
        if (options.token().isPresent()) {
            checkToken(options.token().get(), ctx.header("Authorization"));
            return;
        }
        if (!isThisMachine(ctx.ip(), ctx.req().getLocalAddr())) {
            throw refused("the control API answers only this machine, unless the mock has a --control-token");
        }
        if (FORWARDED.stream().anyMatch(name -> ctx.header(name) != null)) {
            throw refused(
                    "the control API refuses requests that a proxy forwards, unless the mock has a --control-token");
        }
        if (!hosts.isThisMachine(ctx.header("Host"))) {
            throw refused("the Host header must be localhost or an address, unless the mock has a --control-token");
        }
        if (!options.cors() && isForeign(ctx.header("Origin"), ctx)) {
            throw refused("the control API refuses web pages of another origin, unless the mock has --cors");
        }
    }

    /** Returns true if browsers get the inspector. */
    boolean hasInspector() {
        return options.inspector();
    }

    /**
     * Checks a request for a file of the inspector. With a control token the files are for every caller, because they have
     * no data, and the page asks for the token.
     *
     * @throws BadRequest if the caller may not have it
     */
    void checkInspector(Context ctx) {
        if (options.token().isEmpty()) {
            check(ctx);
        }
    }

    private static void checkToken(String token, @Nullable String authorization) {
        byte[] expected = token.getBytes(StandardCharsets.UTF_8);
        byte[] given = BearerToken.in(authorization).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            throw new BadRequest(
                    BadRequest.Kind.NO_CONTROL_TOKEN,
                    "the control token is missing or wrong: send Authorization: Bearer TOKEN");
        }
    }

    /** Returns true if the caller's address is loopback or the called address. Both are numeric, so DNS is not used. */
    static boolean isThisMachine(String remote, String local) {
        try {
            InetAddress caller = InetAddress.getByName(remote);
            return caller.isLoopbackAddress() || caller.equals(InetAddress.getByName(local));
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    private static boolean isForeign(@Nullable String origin, Context ctx) {
        return origin != null && !origin.equals(ctx.scheme() + "://" + ctx.header("Host"));
    }

    private static BadRequest refused(String why) {
        return new BadRequest(BadRequest.Kind.FORBIDDEN, why);
    }
}
