package io.handlekit.customers.validation.internal;

import io.handlekit.customers.Finding;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.Findings;
import java.util.ArrayList;
import java.util.List;

/** A collector of findings, in the order of the fields. */
public final class FindingsCollector {
    private final List<Finding> findings = new ArrayList<>(0);

    public void error(String path, int code, String message) {
        add(Severity.ERROR, path, code, message);
    }

    public void warning(String path, int code, String message) {
        add(Severity.WARNING, path, code, message);
    }

    public void add(Severity severity, String path, int code, String message) {
        findings.add(new Finding(severity, path, code, message));
    }

    /** Adds an ERROR and returns false if the text is blank. */
    public boolean requireText(String path, int code, String text) {
        if (text.isBlank()) {
            error(path, code, "required, but empty");
            return false;
        }
        return true;
    }

    /** Adds a WARNING if a single-line text contains a line break, a NUL or another control character. */
    public void refuseControls(String path, int code, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                warning(path, code, "contains a control character, such as a line break");
                return;
            }
        }
    }

    public Findings findings() {
        return new Findings(findings);
    }
}
