package io.handlekit.benchmarks.client;

import io.handlekit.benchmarks.GeneratedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The benchmarks of the client, which write their table into docs/performance.md. Argument: the project's root. */
public final class ClientBenchmark {
    private final Map<String, RunResult> results = new TreeMap<>();

    private ClientBenchmark(Collection<RunResult> all) {
        for (RunResult one : all) {
            String name = one.getParams().getBenchmark();
            results.put(name.substring(name.lastIndexOf('.') + 1), one);
        }
    }

    /** Runs the benchmarks. */
    public static void main(String[] args) throws IOException, RunnerException {
        ClientBenchmark benchmark = new ClientBenchmark(new Runner(new OptionsBuilder()
                        .include(ClientBenchmark.class.getPackageName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run());
        Path page = Path.of(args[0], "docs", "performance.md");
        String text = "\nMeasured on " + LocalDate.now() + " with JDK "
                + Runtime.version().feature() + ".\n\n" + benchmark.goals() + "\n" + benchmark.table();
        Files.writeString(page, GeneratedPart.replaced(Files.readString(page), "client", text));
        System.out.println(text);
    }

    private String goals() {
        double text = SampleCustomer.reply().length;
        return "| goal | bound | measured | |\n|---|---|---|---|\n"
                + atMost("time of encoding, of databind", 1, time("encodeHandlekit") / time("encodeDatabind"))
                + atMost("time of decoding, of databind", 1, time("decodeHandlekit") / time("decodeDatabind"))
                + atLeast(
                        "speed of encoding, of streaming by hand", 0.85, time("encodeByHand") / time("encodeHandlekit"))
                + atLeast(
                        "speed of decoding, of streaming by hand", 0.85, time("decodeByHand") / time("decodeHandlekit"))
                + atMost("bytes allocated by decoding, of the text", 2, allocated("decodeHandlekit") / text)
                + atLeast(
                        "speed of the rules, of Hibernate Validator",
                        10,
                        time("cleanHibernateValidator") / time("cleanHandlekit"))
                + atMost("bytes allocated by the rules without a finding", 0, allocated("cleanHandlekit"))
                + atMost(
                        "time of a create, of a generated client", 1, time("createHandlekit") / time("createGenerated"))
                + atMost(
                        "bytes allocated by a create, of a generated client",
                        1,
                        allocated("createHandlekit") / allocated("createGenerated"))
                + atLeast(
                        "creates a second over Vert.x, of the bare client",
                        0.95,
                        time("vertxHandlekit") / time("vertxBare"))
                + atLeast(
                        "creates a second over the JDK's client, of it bare",
                        0.95,
                        time("jdkHandlekit") / time("jdkBare"));
    }

    private static String atMost(String what, double bound, double measured) {
        return line(what, "≤ ", bound, measured, measured <= bound);
    }

    private static String atLeast(String what, double bound, double measured) {
        return line(what, "≥ ", bound, measured, measured >= bound);
    }

    private static String line(String what, String sign, double bound, double measured, boolean isMet) {
        return "| " + String.join(" | ", what, sign + shown(bound), shown(measured), isMet ? "met" : "missed") + " |\n";
    }

    private String table() {
        StringBuilder table = new StringBuilder("| benchmark | result | allocated |\n|---|---|---|\n");
        results.forEach((name, result) -> table.append("| ")
                .append(String.join(
                        " | ",
                        List.of(
                                name,
                                shown(time(name)) + " ± "
                                        + shown(result.getPrimaryResult().getScoreError()) + " "
                                        + result.getPrimaryResult().getScoreUnit(),
                                shown(allocated(name)) + " B/op")))
                .append(" |\n"));
        return table.toString();
    }

    private double time(String name) {
        return results.get(name).getPrimaryResult().getScore();
    }

    private double allocated(String name) {
        return results.get(name).getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
    }
}
