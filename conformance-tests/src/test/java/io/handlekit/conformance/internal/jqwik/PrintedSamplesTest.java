package io.handlekit.conformance.internal.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.arbitraries.BrokenDraft;
import io.handlekit.conformance.programs.Command;
import io.handlekit.conformance.programs.Program;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import net.jqwik.api.SampleReportingFormat;
import org.junit.jupiter.api.Test;

class PrintedSamplesTest {
    private static final NewCustomer DRAFT =
            NewCustomer.builder().email("a@b.nl").build();

    private final SampleReportingFormat format = new PrintedSamples();

    @Test
    void jqwik_finds_it() {
        assertThat(ServiceLoader.load(SampleReportingFormat.class)).hasAtLeastOneElementOfType(PrintedSamples.class);
    }

    @Test
    void customers_and_changes_are_printed_as_java() {
        assertThat(format.report(DRAFT)).asString().contains("NewCustomer.builder()", ".email(\"a@b.nl\")");
        assertThat(format.report(CustomerChanges.builder().clearFax().build()))
                .asString()
                .contains("CustomerChanges.builder()", ".clearFax()");
        assertThat(format.report(new BrokenDraft(DRAFT, new TreeMap<>(Map.of("phone.country_code", 130)))))
                .asString()
                .contains(".email(\"a@b.nl\")", "with errors {phone.country_code=130}");
    }

    /** The message of the failure has a shorter one. */
    @Test
    void a_program_is_not_printed_as_a_sample() {
        Program program = Program.of(new Command.Create(DRAFT));

        assertThat(format.appliesTo(program)).isTrue();
        assertThat(format.report(program))
                .hasToString("the message above has this program, reduced to the shortest that fails");
    }

    @Test
    void nothing_else_is_printed_otherwise_and_nothing_fills_pages() {
        assertThat(format.appliesTo("a text")).isFalse();
        assertThat(format.report(DRAFT.toBuilder().comments("x".repeat(100_000)).build()))
                .asString()
                .hasSizeLessThan(11_000)
                .endsWith("… and so on");
    }
}
