package io.handlekit.customers.validation.internal;

import io.handlekit.customers.Finding;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.Findings;
import java.util.ArrayList;
import java.util.List;

/** Collects findings in the order of the form. */
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

    /** An ERROR unless the text has something other than white space. */
    public boolean given(String path, int code, String text) {
        if (text.isBlank()) {
            error(path, code, "required");
            return false;
        }
        return true;
    }

    /** A WARNING for a line break, a NUL or another control character in what is one line of a form. */
    public void noControls(String path, int code, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                warning(path, code, "holds a control character");
                return;
            }
        }
    }

    public Findings findings() {
        return new Findings(findings);
    }
}
