package io.handlekit.mock.internal.base;

import io.handlekit.customers.Finding;
import io.handlekit.customers.vendor.VendorCodes;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A business error: the service understood the call and refuses it with a code. */
public final class VendorError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The code of maintenance. */
    public static final int MAINTENANCE = 4005;

    /** The code of a refused user or address, and of too many identical calls. */
    public static final int ACCESS_DENIED = 10005;

    private static final int ARGUMENT_MISSING = 20002;

    private final int code;
    private final String path;
    private final boolean isRefusedLogin;

    public VendorError(int code) {
        this(code, "");
    }

    /** Creates an error about a member of the request, named by its path. */
    public VendorError(int code, String path) {
        this(code, path, false);
    }

    private VendorError(int code, String path, boolean isRefusedLogin) {
        super("code " + code, null, false, false);
        this.code = code;
        this.path = path;
        this.isRefusedLogin = isRefusedLogin;
    }

    /** Creates the error about a login that is refused although its password is good. */
    public static VendorError refusedLogin(int code) {
        return new VendorError(code, "", true);
    }

    /** Creates the error about a required member that is missing. */
    public static VendorError missing(String path) {
        return new VendorError(ARGUMENT_MISSING, path);
    }

    /** Throws the error with the lowest code if there are findings, because the service reports one at a time. */
    public static void ifAny(Stream<Finding> findings) {
        Optional<Finding> lowest = findings.min(Comparator.comparingInt(Finding::code));
        if (lowest.isPresent()) {
            throw new VendorError(lowest.get().code(), lowest.get().path());
        }
    }

    public int code() {
        return code;
    }

    /** Returns true for a login that is refused although its password is good. */
    public boolean isRefusedLogin() {
        return isRefusedLogin;
    }

    /** Returns the vendor's text for the code; empty if it is not known. */
    public String desc() {
        return VendorCodes.text(code).orElse("");
    }

    /** Returns the path of the member that the error is about; empty if there is none. */
    public String path() {
        return path;
    }
}
