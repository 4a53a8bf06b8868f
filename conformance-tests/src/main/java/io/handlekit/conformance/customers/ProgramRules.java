package io.handlekit.conformance.customers;

import io.handlekit.conformance.internal.check.Outcome;
import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.ConcurrentPrograms;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.DisturbedPrograms;
import io.handlekit.conformance.internal.jqwik.RuleArbitraries.Programs;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.programs.ConcurrentProgram;
import io.handlekit.conformance.programs.Program;
import io.handlekit.conformance.programs.ReferenceCustomers;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The rules about calls that come one after the other and at once, a part of {@link CustomersContract}. A program that
 * breaks one is made as short as it can be, and printed as Java.
 */
public interface ProgramRules {
    /** How often a program is tried: less than single calls are, since each makes some twenty of them. */
    int PROGRAM_TRIES = 50;

    /** The implementation under proof. Called once or more for each try. */
    CustomersFixture fixture();

    /** Outcome by outcome, and in what is there in the end, as on {@link ReferenceCustomers} (rule C18). */
    @Property(tries = PROGRAM_TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void C18_programs_come_out_as_on_the_model(@ForAll(supplier = Programs.class) Program program) {
        program.runAndReduce(fixture());
    }

    /**
     * The same while creates fail before or after their effect, tokens expire and the clock moves; a create that fails
     * says truly whether it may have taken effect, and is not repeated (rule C19).
     */
    @Property(tries = PROGRAM_TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void C19_programs_come_out_the_same_while_the_service_fails(
            @ForAll(supplier = DisturbedPrograms.class) Program program) {
        program.runAndReduce(fixture());
    }

    /**
     * Customers created at once are each who was asked for, under a handle of its own, and what several clients see at
     * once could have come of their calls one after the other (rule C20).
     */
    @Property(tries = PROGRAM_TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void C20_calls_at_once_come_out_as_in_some_order(
            @ForAll(supplier = ConcurrentPrograms.class) ConcurrentProgram program) {
        program.runAndReduce(fixture());
    }
}
