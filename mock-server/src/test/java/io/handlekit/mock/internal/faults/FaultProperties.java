package io.handlekit.mock.internal.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.fault.FaultAction;
import io.handlekit.mock.fault.FaultAction.Kind;
import io.handlekit.mock.fault.FaultSchedule;
import io.handlekit.mock.internal.base.CallPattern;
import io.handlekit.mock.internal.base.Json;
import io.handlekit.mock.internal.control.FaultJson;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Properties of faults: they survive JSON, and the same calls trigger the same faults. */
class FaultProperties {
    @Property(tries = 300)
    void faults_written_as_json_are_read_back_equal(@ForAll("faults") List<Fault> faults) {
        byte[] json = Json.write(out -> FaultJson.write(out, faults));

        assertThat(FaultJson.read(Json.read(json))).isEqualTo(faults);
    }

    @Property(tries = 300)
    void the_same_calls_trigger_the_same_faults(
            @ForAll("faults") List<Fault> faults, @ForAll @IntRange(max = 60) int calls) {
        assertThat(triggered(faults, calls)).isEqualTo(triggered(faults, calls));
    }

    private static List<TriggeredFaults> triggered(List<Fault> faults, int calls) {
        ArmedFaults armed = new ArmedFaults();
        armed.set(faults);
        List<TriggeredFaults> all = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            all.add(armed.trigger(i % 2 == 0 ? "POST" : "GET", i % 3 == 0 ? "/auth/login" : "/customers"));
        }
        return all;
    }

    @Property(tries = 300)
    void a_fraction_is_roughly_met(@ForAll long seed, @ForAll @IntRange(max = 100) int percent) {
        ArmedFaults armed = new ArmedFaults();
        armed.set(List.of(Fault.reset().fraction(percent / 100.0).seed(seed)));
        long triggered = 0;
        for (int i = 0; i < 2_000; i++) {
            triggered += armed.trigger("GET", "/customers").isNone() ? 0 : 1;
        }

        assertThat(triggered).isBetween(percent * 20L - 120, percent * 20L + 120);
    }

    @Provide
    Arbitrary<List<Fault>> faults() {
        return Combinators.combine(actions(), calls(), schedules())
                .as((action, calls, schedule) -> new Fault(action, calls.method(), calls.path(), schedule))
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<FaultAction> actions() {
        return Arbitraries.of(Kind.values())
                .flatMap(kind -> numbers(kind).flatMap(numbers -> {
                    FaultAction usual = FaultAction.of(kind, numbers.toArray(Integer[]::new));
                    return Arbitraries.of(true, false).map(other -> other ? late(usual) : usual);
                }));
    }

    private static FaultAction late(FaultAction action) {
        return action.kind() == Kind.EXPIRED_TOKEN ? action : new FaultAction(action.kind(), action.numbers(), true);
    }

    private static Arbitrary<List<Integer>> numbers(Kind kind) {
        List<Arbitrary<Integer>> numbers = new ArrayList<>();
        kind.parameters().stream()
                .filter(FaultAction.Parameter::isRequired)
                .forEach(one -> numbers.add(Arbitraries.integers().between(one.least(), one.most())));
        Arbitrary<List<Integer>> required =
                Combinators.combine(numbers).as(all -> all.stream().sorted().toList());
        Arbitrary<List<Integer>> withCode = Combinators.combine(
                        Arbitraries.integers().between(400, 599),
                        Arbitraries.integers().greaterOrEqual(1))
                .as((status, code) -> List.of(status, code));
        return kind == Kind.STATUS ? Arbitraries.oneOf(required, withCode) : required;
    }

    private static Arbitrary<CallPattern> calls() {
        return Combinators.combine(
                        Arbitraries.of("*", "GET", "POST", "PUT", "DELETE"),
                        Arbitraries.of("/customers", "/customers/*", "/**", "/auth/**", "/*")
                                .optional())
                .as(CallPattern::new);
    }

    private static Arbitrary<FaultSchedule> schedules() {
        Arbitrary<Integer> most = Arbitraries.oneOf(
                Arbitraries.just(Integer.MAX_VALUE), Arbitraries.integers().between(1, 5));
        Arbitrary<FaultSchedule> counted = Combinators.combine(
                        Arbitraries.of(FaultSchedule.Rule.NTH, FaultSchedule.Rule.EVERY),
                        Arbitraries.integers().greaterOrEqual(1),
                        Arbitraries.longs(),
                        most)
                .as((rule, number, seed, times) -> new FaultSchedule(rule, number, seed, times));
        Arbitrary<FaultSchedule> byChance = Combinators.combine(
                        Arbitraries.doubles().between(0, 1).ofScale(6), Arbitraries.longs(), most)
                .as((share, seed, times) -> new FaultSchedule(FaultSchedule.Rule.FRACTION, share, seed, times));
        return Arbitraries.oneOf(counted, byChance);
    }
}
