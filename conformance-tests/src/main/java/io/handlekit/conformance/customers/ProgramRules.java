package io.handlekit.conformance.customers;

import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ConcurrentPrograms;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.DisturbedPrograms;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.Programs;
import io.handlekit.conformance.programs.ConcurrentProgram;
import io.handlekit.conformance.programs.Program;
import io.handlekit.conformance.programs.ReferenceCustomers;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The rules about sequences of calls and concurrent calls, part of {@code CustomersContract}. A program that fails is
 * reduced to a short one and printed as Java. jqwik's own shrinking is off: it is bounded by time, so what it reports
 * depends on the machine.
 */
// jqwik's annotations name generators and hooks that users of the module need not see.
@SuppressWarnings("exports")
public interface ProgramRules {
    /** The number of programs tried for each rule. Each makes about twenty calls. */
    int PROGRAM_TRIES = 50;

    /** Returns the implementation under test. Each try calls this at least once. */
    CustomersFixture fixture();

    /** Verifies that programs have the same outcomes and leave the same customers as on {@link ReferenceCustomers} (rule C18). */
    @Property(tries = PROGRAM_TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void C18_programs_come_out_as_on_the_model(@ForAll(supplier = Programs.class) Program program) {
        program.runAndReduce(fixture());
    }

    /**
     * Verifies the same while creates fail before or after their effect, tokens expire and the clock moves. A failed create
     * must say truly whether it may have taken effect, and must not be repeated (rule C19).
     */
    @Property(tries = PROGRAM_TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void C19_programs_come_out_the_same_while_the_service_fails(
            @ForAll(supplier = DisturbedPrograms.class) Program program) {
        program.runAndReduce(fixture());
    }

    /**
     * Verifies that customers created at once are as asked for, each under its own handle, and that concurrent clients see
     * what their calls could return one after the other (rule C20).
     */
    @Property(tries = PROGRAM_TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void C20_calls_at_once_come_out_as_in_some_order(
            @ForAll(supplier = ConcurrentPrograms.class) ConcurrentProgram program) {
        program.runAndReduce(fixture());
    }
}
