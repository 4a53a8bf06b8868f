package io.handlekit.mock;

import io.handlekit.customers.Findings;
import io.handlekit.customers.VendorCodes;
import java.util.List;

/** A business error: the service understood the call and says no. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient Findings findings;

    Refusal(int code) {
        this(code, new Findings(List.of()));
    }

    private Refusal(int code, Findings findings) {
        super("code " + code, null, false, false);
        this.code = code;
        this.findings = findings;
    }

    /** Throws if there are errors: the service reports one at a time, and the lowest code first. */
    static void ifErrors(Findings findings) {
        if (findings.hasErrors()) {
            throw new Refusal(findings.firstError().orElseThrow().code(), findings);
        }
    }

    int code() {
        return code;
    }

    /** The vendor's text for the code. */
    String desc() {
        return VendorCodes.text(code).orElse("");
    }

    /** What was wrong with the customer, if that is why; else nothing. */
    Findings findings() {
        return findings;
    }
}
