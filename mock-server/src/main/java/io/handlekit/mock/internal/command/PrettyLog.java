package io.handlekit.mock.internal.command;

import io.handlekit.mock.internal.base.ServicePaths;
import io.handlekit.mock.journal.Exchange;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * The log for people: one aligned line for each exchange, with nothing that a client chose freely. The columns of fixed width
 * come first, so that a long path does not move them.
 */
final class PrettyLog implements Consumer<Exchange> {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Pattern HANDLE = Pattern.compile("[A-Z]{2}[0-9]{6,7}-[A-Z]{2}");
    private static final Set<String> WORDS = Stream.concat(
                    Stream.of("v1", "v1beta"), ServicePaths.TEMPLATES.stream().flatMap(PrettyLog::segments))
            .filter(word -> !word.startsWith("{"))
            .collect(Collectors.toUnmodifiableSet());
    private static final int MOST_SEGMENTS = 8;
    private static final String HIDDEN = "...";
    private static final double NANOS = Duration.ofMillis(1).toNanos();

    private final PrintWriter out;
    private final Ansi ansi;
    private final DateTimeFormatter time;

    /**
     * Creates a log.
     *
     * @param ansi whether lines are coloured
     * @param zone the time zone of the times
     */
    PrettyLog(PrintWriter out, Ansi ansi, ZoneId zone) {
        this.out = out;
        this.ansi = ansi;
        time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    }

    /** Creates a log that is coloured on a terminal, unless NO_COLOR is set. */
    static PrettyLog on(PrintWriter out) {
        return new PrettyLog(out, Ansi.AUTO, ZoneId.systemDefault());
    }

    @Override
    public void accept(Exchange exchange) {
        out.println(line(exchange));
        out.flush();
    }

    private String line(Exchange exchange) {
        String method = METHODS.contains(exchange.method()) ? exchange.method() : "OTHER";
        String status = exchange.status() == 0 ? "---" : String.valueOf(exchange.status());
        String code =
                exchange.code().isPresent() ? String.valueOf(exchange.code().getAsInt()) : "-";
        double millis = exchange.duration().toNanos() / NANOS;
        String fault = exchange.fault()
                .map(faults -> "  " + coloured(faults, Style.fg_red))
                .orElse("");
        return coloured(time.format(exchange.start()), Style.faint)
                + "  " + coloured(padded("%-7s", method), Style.bold)
                + "  " + coloured(padded("%3s", status) + "  " + padded("%6s", code), colour(exchange))
                + "  " + coloured(padded("%8.1f ms", millis), Style.faint)
                + "  " + path(exchange.path()) + fault;
    }

    private static String padded(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static Style colour(Exchange exchange) {
        if (exchange.status() == 0 || exchange.status() >= 500) {
            return Style.fg_red;
        }
        return exchange.status() >= 400 || exchange.code().orElse(0) != 0 ? Style.fg_yellow : Style.fg_green;
    }

    private String coloured(String text, Style style) {
        return ansi.enabled() ? style.on() + text + style.off() : text;
    }

    /** Returns a path with the handle in it. A segment that is neither a word of the service nor a handle may be anything. */
    private static String path(String path) {
        List<String> segments = segments(path).toList();
        return segments.stream()
                        .limit(MOST_SEGMENTS)
                        .map(segment -> isShown(segment) ? segment : HIDDEN)
                        .collect(Collectors.joining("/", "/", ""))
                + (segments.size() > MOST_SEGMENTS ? "/" + HIDDEN : "");
    }

    private static boolean isShown(String segment) {
        return segment.isEmpty()
                || WORDS.contains(segment)
                || HANDLE.matcher(segment).matches();
    }

    private static Stream<String> segments(String path) {
        return Arrays.stream(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
    }
}
