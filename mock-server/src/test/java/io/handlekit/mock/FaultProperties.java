package io.handlekit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.Trouble.Kind;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Faults as data: what is written is read as the same, and struck by the numbers. */
class FaultProperties {
    @Property(tries = 300)
    void what_is_written_is_read_as_the_same(@ForAll("faults") List<Fault> faults) {
        byte[] json = Json.write(out -> FaultJson.write(out, faults));

        assertThat(FaultJson.read(Json.read(json))).isEqualTo(faults);
    }

    @Property(tries = 300)
    void the_same_calls_meet_the_same_faults(
            @ForAll("faults") List<Fault> faults, @ForAll @IntRange(max = 60) int calls) {
        assertThat(met(faults, calls)).isEqualTo(met(faults, calls));
    }

    private static List<Strike> met(List<Fault> faults, int calls) {
        Faults armed = new Faults();
        armed.set(faults);
        List<Strike> met = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            met.add(armed.strike(i % 2 == 0 ? "POST" : "GET", i % 3 == 0 ? "/auth/login" : "/customers"));
        }
        return met;
    }

    @Property(tries = 300)
    void a_fraction_is_met_by_and_large(@ForAll long seed, @ForAll @IntRange(max = 100) int percent) {
        Faults armed = new Faults();
        armed.set(List.of(Fault.reset().fraction(percent / 100.0).seed(seed)));
        long struck = 0;
        for (int i = 0; i < 2_000; i++) {
            struck += armed.strike("GET", "/customers").isNone() ? 0 : 1;
        }

        assertThat(struck).isBetween(percent * 20L - 120, percent * 20L + 120);
    }

    @Provide
    Arbitrary<List<Fault>> faults() {
        return Combinators.combine(troubles(), calls(), turns())
                .as(Fault::new)
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<Trouble> troubles() {
        return Arbitraries.of(Kind.values())
                .flatMap(kind -> numbers(kind).flatMap(numbers -> {
                    Trouble usual = Trouble.of(kind, numbers.toArray(Integer[]::new));
                    return Arbitraries.of(true, false).map(other -> other ? late(usual) : usual);
                }));
    }

    private static Trouble late(Trouble trouble) {
        return trouble.kind() == Kind.EXPIRED_TOKEN ? trouble : new Trouble(trouble.kind(), trouble.numbers(), true);
    }

    private static Arbitrary<List<Integer>> numbers(Kind kind) {
        List<Arbitrary<Integer>> numbers = new ArrayList<>();
        kind.parameters().forEach(one -> numbers.add(Arbitraries.integers().between(one.least(), one.most())));
        return Combinators.combine(numbers).as(all -> all.stream().sorted().toList());
    }

    private static Arbitrary<Calls> calls() {
        return Combinators.combine(
                        Arbitraries.of("*", "GET", "POST", "PUT", "DELETE"),
                        Arbitraries.of("/customers", "/customers/*", "/**", "/auth/**", "/*")
                                .optional())
                .as(Calls::new);
    }

    private static Arbitrary<Turns> turns() {
        Arbitrary<Integer> most = Arbitraries.oneOf(
                Arbitraries.just(Integer.MAX_VALUE), Arbitraries.integers().between(1, 5));
        Arbitrary<Turns> counted = Combinators.combine(
                        Arbitraries.of(Turns.Rule.NTH, Turns.Rule.EVERY),
                        Arbitraries.integers().greaterOrEqual(1),
                        Arbitraries.longs(),
                        most)
                .as((rule, number, seed, times) -> new Turns(rule, number, seed, times));
        Arbitrary<Turns> byChance = Combinators.combine(
                        Arbitraries.doubles().between(0, 1).ofScale(6), Arbitraries.longs(), most)
                .as((share, seed, times) -> new Turns(Turns.Rule.FRACTION, share, seed, times));
        return Arbitraries.oneOf(counted, byChance);
    }
}
