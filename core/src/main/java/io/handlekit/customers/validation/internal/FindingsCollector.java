package io.handlekit.customers.validation.internal;

import io.handlekit.customers.Finding;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.Findings;
import io.handlekit.customers.internal.UnicodeText;
import java.util.ArrayList;
import java.util.List;

/** A collector of findings, in the order of the fields. */
public final class FindingsCollector {
    private List<Finding> findings = List.of();

    public void error(String path, int code, String message) {
        add(Severity.ERROR, path, code, message);
    }

    public void warning(String path, int code, String message) {
        add(Severity.WARNING, path, code, message);
    }

    public void add(Severity severity, String path, int code, String message) {
        if (findings.isEmpty()) {
            findings = new ArrayList<>();
        }
        findings.add(new Finding(severity, path, code, message));
    }

    /** Adds an ERROR and returns false if the text is blank. */
    public boolean requireText(String path, int code, String text) {
        if (!UnicodeText.isBlank(text)) {
            return true;
        }
        error(
                path,
                code,
                text.isEmpty()
                        ? "required, but empty"
                        : "required, but contains only white space or invisible characters");
        return false;
    }

    /**
     * Adds WARNINGs for a text of one line: with the code if it contains a line break, a NUL or another control
     * character; otherwise without a code, since there is no evidence that the service refuses the rest.
     */
    public void checkLine(String path, int code, String text) {
        if (UnicodeText.isPlain(text)) {
            return;
        }
        if (UnicodeText.hasControl(text)) {
            warning(path, code, "contains a control character, such as a line break");
            return;
        }
        if (UnicodeText.hasInvisible(text)) {
            warning(path, 0, "contains an invisible character; remove it unless the script needs it");
        }
        checkStable(path, text);
    }

    /** Adds WARNINGs for a text that a service which trims or normalizes would store differently. */
    public void checkStable(String path, String text) {
        if (UnicodeText.isPlain(text)) {
            return;
        }
        if (UnicodeText.isPadded(text)) {
            warning(path, 0, "begins or ends with white space or an invisible character, which the service may remove");
        }
        if (!UnicodeText.isNormalized(text)) {
            warning(path, 0, "not in Unicode's normalization form C, to which the service may convert it");
        }
    }

    public Findings findings() {
        return findings.isEmpty() ? Findings.NONE : new Findings(findings);
    }
}
