package io.handlekit.conformance.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.arbitraries.CustomerArbitraries;
import io.handlekit.conformance.programs.Command.Create;
import io.handlekit.conformance.programs.Command.UpdateUnknown;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTextTest {
    private static final int PROGRAMS = 10;
    private static final int CUSTOMERS = 20;

    @TempDir
    private Path scratch;

    @Test
    void the_text_of_any_program_makes_that_program_again() {
        JqwikSession.run(() -> {
            Stream<Command> creates = CustomerArbitraries.newCustomers()
                    .sampleStream()
                    .limit(CUSTOMERS)
                    .map(Create::new);
            Stream<Command> updates = CustomerArbitraries.changes()
                    .sampleStream()
                    .limit(CUSTOMERS)
                    .map(UpdateUnknown::new);
            Stream<Command> others =
                    Program.disturbed().sampleStream().limit(PROGRAMS).flatMap(program -> program.commands().stream());
            mustMakeItAgain(new Program(Stream.of(creates, updates, others)
                    .flatMap(commands -> commands)
                    .toList()));
            mustMakeItAgain(ConcurrentProgram.arbitrary().sample());
        });
    }

    @Test
    void a_text_of_any_length_and_any_signs_is_made_again() {
        String signs = "\0\1" + "7\t\n\r\"\\\\u0041'\177\u0085\u2028\ud800 é👩‍👩‍👧";
        mustMakeItAgain(Program.of(
                new Create(NewCustomer.builder().comments(signs).build()),
                new Create(NewCustomer.builder().comments(signs.repeat(1_000)).build())));
    }

    @Test
    void a_program_is_as_long_as_what_is_filled_in() {
        assertThat(Program.of(new Create(NewCustomer.builder().email("a@b.nl").build()), new Command.ListAll()))
                .hasToString("""
                        Program.of(
                                new Create(NewCustomer.builder().email("a@b.nl").build()),
                                new ListAll())""");
        assertThat(new ConcurrentProgram(
                        List.of(NewCustomer.builder()
                                .name(new PersonName("A.", "Ada", "van", "King"))
                                .tag(CustomerTag.of("VIP"))
                                .build()),
                        List.of(List.of(new Command.Get(0)), List.of())))
                .hasToString("""
                        new ConcurrentProgram(
                                List.of(
                                        NewCustomer.builder()
                                                .name(new PersonName("A.", "Ada", "van", "King"))
                                                .tags(List.of(CustomerTag.of("VIP")))
                                                .build()),
                                List.of(
                                        List.of(
                                                new Get(0)),
                                        List.of()))""");
    }

    private void mustMakeItAgain(Object program) {
        assertThat(PastedJava.value(program.toString(), scratch)).isEqualTo(program);
    }
}
