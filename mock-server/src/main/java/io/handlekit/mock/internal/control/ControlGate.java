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
 * Who may control the mock. With a control token, whoever bears it; without one, programs of this machine, and no page
 * in a browser: neither one of another origin nor one whose name was made to lead here.
 */
public final class ControlGate {
    private final ControlSettings options;
    private final String host;

    /**
     * A gate.
     *
     * @param host what the mock was told to listen on, which is a good name for it
     */
    public ControlGate(ControlSettings options, String host) {
        this.options = options;
        this.host = host;
    }

    /**
     * Looks at a request.
     *
     * @throws BadRequest if it may not pass
     */
    void check(Context ctx) {
        if (options.token().isPresent()) {
            checkToken(options.token().get(), ctx.header("Authorization"));
            return;
        }
        if (!isThisMachine(ctx.ip(), ctx.req().getLocalAddr())) {
            throw refused("the control API answers this machine alone, unless the mock has a --control-token");
        }
        if (!isOurName(ctx.header("Host"))) {
            throw refused("the control API answers to localhost or an address, unless the mock has a --control-token");
        }
        if (!options.cors() && isForeign(ctx.header("Origin"), ctx)) {
            throw refused("the control API answers no page of another origin, unless the mock was started with --cors");
        }
    }

    private static void checkToken(String token, @Nullable String authorization) {
        byte[] expected = token.getBytes(StandardCharsets.UTF_8);
        byte[] given = BearerToken.in(authorization).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            throw new BadRequest(
                    BadRequest.Kind.NO_CONTROL_TOKEN, "the control token is expected: Authorization: Bearer ...");
        }
    }

    /** Whoever calls from the address that is called is here. Both are the server's, so nothing is looked up. */
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
        return new BadRequest(BadRequest.Kind.NOT_FROM_THERE, why);
    }
}
