package io.handlekit.spring.internal.properties;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The report that Boot prints when the application does not start because of these properties. */
final class InvalidPropertiesAnalyzer extends AbstractFailureAnalyzer<InvalidPropertiesException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidPropertiesException cause) {
        String faults = cause.faults().stream().map(fault -> "    " + fault).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "The configuration of Handlekit is invalid:\n\n" + faults,
                "Correct these properties in the configuration of the application.",
                cause);
    }
}
