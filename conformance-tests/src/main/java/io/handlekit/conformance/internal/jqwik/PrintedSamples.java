package io.handlekit.conformance.internal.jqwik;

import io.handlekit.conformance.arbitraries.BrokenDraft;
import io.handlekit.conformance.internal.texts.JavaText;
import io.handlekit.conformance.programs.ConcurrentProgram;
import io.handlekit.conformance.programs.Program;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import net.jqwik.api.SampleReportingFormat;

/**
 * A reporting format that makes jqwik print generated customers and changes as Java expressions. Their own {@code
 * toString} shows nothing of what they contain. A program that failed is not printed once more: the message of its
 * failure has a shorter one. jqwik finds this class as a service, in the tests of users too.
 */
public final class PrintedSamples implements SampleReportingFormat {
    private static final int LONGEST = 10_000;

    /** Called by jqwik. */
    public PrintedSamples() {}

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof NewCustomer
                || value instanceof CustomerChanges
                || value instanceof BrokenDraft
                || isProgram(value);
    }

    private static boolean isProgram(Object value) {
        return value instanceof Program || value instanceof ConcurrentProgram;
    }

    @Override
    public Object report(Object value) {
        if (isProgram(value)) {
            return new Printed("the message above has this program, reduced to the shortest that fails");
        }
        return new Printed(
                value instanceof BrokenDraft broken
                        ? bounded(JavaText.of(broken.draft())) + ", with errors " + broken.errors()
                        : bounded(
                                value instanceof NewCustomer draft
                                        ? JavaText.of(draft)
                                        : JavaText.of((CustomerChanges) value)));
    }

    private static String bounded(String java) {
        return java.length() <= LONGEST ? java : java.substring(0, LONGEST) + "… and so on";
    }

    /**
     * A text that jqwik prints without quotes.
     *
     * @param text the text
     */
    private record Printed(String text) {
        @Override
        public String toString() {
            return text;
        }
    }
}
