package io.handlekit.mock.internal.base;

import io.handlekit.customers.Finding;
import io.handlekit.customers.vendor.VendorCodes;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A business error: the service understood the call and says no. */
public final class VendorError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The code of maintenance. */
    public static final int MAINTENANCE = 4005;

    /** The code of a refused user or address, and of too many identical calls. */
    public static final int ACCESS_DENIED = 10005;

    private static final int ARGUMENT_MISSING = 20002;

    private final int code;
    private final String about;

    public VendorError(int code) {
        this(code, "");
    }

    /** A refusal for a member of the request, named by its path. */
    public VendorError(int code, String about) {
        super("code " + code, null, false, false);
        this.code = code;
        this.about = about;
    }

    /** A refusal for something that has to be there. */
    public static VendorError missing(String about) {
        return new VendorError(ARGUMENT_MISSING, about);
    }

    /** Throws if there are findings: the service reports one at a time, and the lowest code first. */
    public static void ifAny(Stream<Finding> findings) {
        Optional<Finding> lowest = findings.min(Comparator.comparingInt(Finding::code));
        if (lowest.isPresent()) {
            throw new VendorError(lowest.get().code(), lowest.get().path());
        }
    }

    public int code() {
        return code;
    }

    /** The vendor's text for the code; empty if it is not known. */
    public String desc() {
        return VendorCodes.text(code).orElse("");
    }

    /** The member that the refusal is about, if it is about one. */
    public String about() {
        return about;
    }
}
