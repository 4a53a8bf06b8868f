package io.handlekit.mock.junit;

import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The concurrency of tests under JUnit. For a test, JUnit tells its mode. For a class, before its first test, this
 * follows the rules of JUnit's user guide.
 */
final class Concurrency {
    private static final String ENABLED = "junit.jupiter.execution.parallel.enabled";

    private Concurrency() {}

    static boolean isPossible(ExtensionContext context) {
        return isSet(context, ENABLED, "true")
                && (context.getTestMethod().isPresent()
                        ? context.getExecutionMode() == ExecutionMode.CONCURRENT
                        : isPossibleAmongMethods(context));
    }

    /** The innermost class with a mode decides. */
    private static boolean isPossibleAmongMethods(ExtensionContext context) {
        Optional<ExtensionContext> at = Optional.of(context);
        while (at.isPresent() && at.get().getTestClass().isPresent()) {
            Optional<ExecutionMode> mode = mode(at.get());
            if (mode.isPresent()) {
                return mode.get() == ExecutionMode.CONCURRENT;
            }
            at = at.get().getParent();
        }
        return isSet(context, Execution.DEFAULT_EXECUTION_MODE_PROPERTY_NAME, "concurrent");
    }

    /** Ordered methods, and methods of a single instance, run in the same thread unless annotated otherwise. */
    private static Optional<ExecutionMode> mode(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        return AnnotationSupport.findAnnotation(type, Execution.class)
                .map(Execution::value)
                .or(() -> AnnotationSupport.findAnnotation(type, TestMethodOrder.class)
                        .map(order -> ReflectionSupport.newInstance(order.value()))
                        .flatMap(MethodOrderer::getDefaultExecutionMode))
                .or(() -> context.getTestInstanceLifecycle()
                        .filter(Lifecycle.PER_CLASS::equals)
                        .map(single -> ExecutionMode.SAME_THREAD))
                .or(() -> context.getConfigurationParameter(MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME)
                        .map(inOrder -> ExecutionMode.SAME_THREAD));
    }

    private static boolean isSet(ExtensionContext context, String parameter, String word) {
        return context.getConfigurationParameter(parameter)
                .filter(word::equalsIgnoreCase)
                .isPresent();
    }
}
