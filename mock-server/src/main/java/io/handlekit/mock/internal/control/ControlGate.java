package io.handlekit.mock.internal.control;

import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.BearerToken;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The access check of the control API. With a control token, it requires that token and nothing else. Without one, it
 * lets in only programs of this machine, and no web page of another origin or of a host name rebound to this machine.
 */
public final class ControlGate {
    private final ControlSettings options;
    private final String host;

    /**
     * Creates a gate.
     *
     * @param host the host that the mock listens on; accepted in the Host header
     */
    public ControlGate(ControlSettings options, String host) {
        this.options = options;
        this.host = host;
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
        if (!isOurName(ctx.header("Host"))) {
            throw refused("the Host header must be localhost or an address, unless the mock has a --control-token");
        }
        if (!options.cors() && isForeign(ctx.header("Origin"), ctx)) {
            throw refused("the control API refuses web pages of another origin, unless the mock has --cors");
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

    private boolean isOurName(@Nullable String header) {
        if (header == null) {
            return true;
        }
        String name = header.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]*$", "");
        boolean isAddress = name.startsWith("[") || name.matches("[0-9.]+");
        return isAddress
                || name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals(host.toLowerCase(Locale.ROOT));
    }

    private static boolean isForeign(@Nullable String origin, Context ctx) {
        return origin != null && !origin.equals(ctx.scheme() + "://" + ctx.header("Host"));
    }

    private static BadRequest refused(String why) {
        return new BadRequest(BadRequest.Kind.FORBIDDEN, why);
    }
}
