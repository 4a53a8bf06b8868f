package io.handlekit.mock.internal.base;

import io.handlekit.customers.Finding;
import io.handlekit.customers.vendor.VendorCodes;
import java.util.Comparator;
import java.util.List;
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
    private final transient List<Finding> findings;

    public VendorError(int code) {
        this(code, "");
    }

    /** Creates an error about a member of the request, named by its path. */
    public VendorError(int code, String path) {
        this(code, path, false, findings(code, path));
    }

    private VendorError(int code, String path, boolean isRefusedLogin, List<Finding> findings) {
        super("code " + code, null, false, false);
        this.code = code;
        this.path = path;
        this.isRefusedLogin = isRefusedLogin;
        this.findings = findings;
    }

    private static List<Finding> findings(int code, String path) {
        return path.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Finding.Severity.ERROR,
                        path,
                        code,
                        VendorCodes.text(code).orElse("")));
    }

    /** Creates the error about a login that is refused although its password is good. */
    public static VendorError refusedLogin(int code) {
        return new VendorError(code, "", true, List.of());
    }

    /** Creates the error about a required member that is missing. */
    public static VendorError missing(String path) {
        return new VendorError(ARGUMENT_MISSING, path);
    }

    /** Throws the error with the lowest code if there are findings, because the service reports one at a time. */
    public static void ifAny(Stream<Finding> findings) {
        List<Finding> all = findings.toList();
        Optional<Finding> lowest = all.stream().min(Comparator.comparingInt(Finding::code));
        if (lowest.isPresent()) {
            throw new VendorError(lowest.get().code(), lowest.get().path(), false, all);
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

    /** Returns everything that is wrong with the request, which the service does not say; empty if no member is to blame. */
    public List<Finding> findings() {
        return findings;
    }

    /** Returns the path of the member that the error is about; empty if there is none. */
    public String path() {
        return path;
    }
}
