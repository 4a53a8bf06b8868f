package io.handlekit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.Command.Create;
import io.handlekit.customers.NewCustomer;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

class JavaTextTest {
    private static final int PROGRAMS = 10;

    @Test
    void the_text_of_any_program_makes_that_program_again() {
        JqwikSession.run(() -> {
            Program.disturbed().sampleStream().limit(PROGRAMS).forEach(JavaTextTest::mustMakeItAgain);
            ConcurrentProgram.arbitrary().sampleStream().limit(PROGRAMS).forEach(JavaTextTest::mustMakeItAgain);
        });
    }

    @Test
    void a_text_of_any_length_and_any_signs_is_made_again() {
        String signs = "\0\1" + "7\t\n\r\"\\\\u0041'\177\u0085\u2028\ud800 é👩‍👩‍👧";
        mustMakeItAgain(Program.of(
                new Create(NewCustomer.builder().comments(signs).build()),
                new Create(NewCustomer.builder().comments(signs.repeat(5_000)).build())));
    }

    @Test
    void a_program_is_as_long_as_what_is_filled_in() {
        assertThat(Program.of(new Create(NewCustomer.builder().email("a@b.nl").build()), new Command.ListAll()))
                .hasToString("""
                        Program.of(
                                new Create(NewCustomer.builder()
                                        .email("a@b.nl")
                                        .build()),
                                new ListAll())""");
    }

    private static void mustMakeItAgain(Object program) {
        assertThat(PastedText.value(program.toString())).isEqualTo(program);
    }
}
