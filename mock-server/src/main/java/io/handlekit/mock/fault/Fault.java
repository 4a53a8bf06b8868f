package io.handlekit.mock.fault;

import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.fault.FaultAction.Kind;
import io.handlekit.mock.internal.base.CallPattern;
import io.handlekit.mock.internal.base.VendorError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An injected fault: what breaks, at which calls, and when. Immutable.
 *
 * <pre>{@code
 * mock.failNext(Fault.reset().afterEffect().on("POST", "/customers"));  // created, but the client gets no response
 * mock.faults(List.of(
 *         Fault.delay(Duration.ofMillis(50), Duration.ofSeconds(1)),    // every call
 *         Fault.htmlPage(502).fraction(0.1).seed(7),                    // one in ten, the same in every run
 *         Fault.vendorError(131).on("PUT", "/customers/*").nth(3)));    // the third update
 * }</pre>
 *
 * <p>By default, every call except a login triggers a fault, before the call has its effect. Faults come before tokens
 * and limits: a call that a fault ends without an effect does not count towards a limit. Incomplete requests, and
 * requests that no version serves, trigger no fault.
 *
 * <p>Every method throws an {@link IllegalArgumentException} for a number, method or path out of its range.
 *
 * <p>If a call triggers several faults, their delays add up, and the first other fault wins; the rest do not count as
 * triggered. No call waits for more than ten minutes. A reset or close of the mock ends all waits and closes their
 * connections.
 */
public final class Fault {
    private final FaultAction action;
    private final CallPattern calls;
    private final FaultSchedule schedule;

    /**
     * Creates a fault from its parts.
     *
     * @param method an HTTP method, or {@code *} for any
     * @param path the path without {@code /v1} or {@code /v1beta}, as {@link #on} takes it; every call that is not a login if it is empty
     */
    public Fault(FaultAction action, String method, Optional<String> path, FaultSchedule schedule) {
        this(action, CallPattern.ofFault(method, path), schedule);
    }

    private Fault(FaultAction action, CallPattern calls, FaultSchedule schedule) {
        this.action = action;
        this.calls = calls;
        this.schedule = schedule;
    }

    private static Fault of(Kind kind, Integer... numbers) {
        return new Fault(FaultAction.of(kind, numbers), CallPattern.ANY, FaultSchedule.ALL);
    }

    /** Delays the call in whole milliseconds, before its effect or before the answer. At most ten minutes. */
    public static Fault delay(Duration time) {
        return delay(time, time);
    }

    /** Delays the call by a uniformly random time between these; see {@link #seed}. */
    public static Fault delay(Duration shortest, Duration longest) {
        return of(Kind.DELAY, millis(shortest), millis(longest));
    }

    /** Answers this error code, 1 or more, with its text if that is known. */
    public static Fault vendorError(int code) {
        return of(Kind.VENDOR_ERROR, code);
    }

    /** Answers code 4005, maintenance. */
    public static Fault maintenance() {
        return vendorError(VendorError.MAINTENANCE);
    }

    /**
     * Answers code {@value VendorCodes#NOT_AUTHENTICATED}; with {@link Switch.Token#ISSUED} the token is invalid
     * afterwards. Never after the effect.
     */
    public static Fault expiredToken() {
        return of(Kind.EXPIRED_TOKEN);
    }

    /** Answers this HTTP status, 200 to 599, without a body; see {@link #code} for one with a body. */
    public static Fault status(int status) {
        return of(Kind.STATUS, status);
    }

    /**
     * Returns this fault of a {@linkplain #status status}, but with an error's envelope: this code, 1 or more, and its
     * text if that is known. It shows whether a client goes by the status or by the code.
     *
     * <pre>{@code mock.failNext(Fault.status(401).code(196));}</pre>
     *
     * @throws IllegalArgumentException if this is another kind of fault, or if its status has no body (204, 205, 304)
     */
    public Fault code(int code) {
        if (action.kind() != Kind.STATUS) {
            throw new IllegalArgumentException("only the fault status can have a code");
        }
        List<Integer> numbers = List.of(action.numbers().get(0), code);
        return new Fault(new FaultAction(Kind.STATUS, numbers, action.afterEffect()), calls, schedule);
    }

    /** Answers a gateway's HTML error page with this HTTP status, 400 to 599. */
    public static Fault htmlPage(int status) {
        return of(Kind.HTML_PAGE, status);
    }

    /** Resets the connection without an answer. */
    public static Fault reset() {
        return of(Kind.RESET);
    }

    /** Sends no answer, and keeps the connection open until the client closes it or sends more. */
    public static Fault silence() {
        return of(Kind.SILENCE);
    }

    /** Closes the connection after half of the answer's body. Always after the effect. */
    public static Fault truncated() {
        return of(Kind.TRUNCATED);
    }

    /**
     * Announces a body that is this many bytes too long, a million at most, or too short if the number is negative. The
     * connection stays open until the client closes it or sends more. Always after the effect.
     */
    public static Fault wrongLength(int by) {
        return of(Kind.WRONG_LENGTH, by);
    }

    /** Sends the answer's body byte by byte with this pause, ten minutes at most. Always after the effect. */
    public static Fault drip(Duration pause) {
        return of(Kind.DRIP, millis(pause));
    }

    /**
     * Sends the answer twice. The second copy arrives before the next request on that connection, which is then closed.
     * Always after the effect.
     */
    public static Fault twice() {
        return of(Kind.TWICE);
    }

    private static int millis(Duration time) {
        return (int) Math.max(-1, Math.min(time.toMillis(), Integer.MAX_VALUE));
    }

    /**
     * Returns this fault, but after the call's effect.
     *
     * @throws IllegalArgumentException if this is an expired token, which never comes after the effect
     */
    public Fault afterEffect() {
        return new Fault(new FaultAction(action.kind(), action.numbers(), true), calls, schedule);
    }

    /**
     * Returns this fault for some calls only. They may include logins ({@code /auth/login}).
     *
     * @param method {@code GET}, {@code POST}, {@code PUT}, {@code DELETE}, or {@code *} for any
     * @param path the path without {@code /v1} or {@code /v1beta}; {@code *} matches one segment, and <code>&#47;**</code> at the end
     *     any number of segments
     */
    public Fault on(String method, String path) {
        return new Fault(action, CallPattern.ofFault(method, Optional.of(path)), schedule);
    }

    /** Returns this fault for only one of its calls, counted from 1. */
    public Fault nth(int call) {
        return schedule(FaultSchedule.Rule.NTH, call);
    }

    /** Returns this fault for every n-th of its calls, 1 or more: 3 for the third, the sixth and so on. */
    public Fault every(int calls) {
        return schedule(FaultSchedule.Rule.EVERY, calls);
    }

    /** Returns this fault for a random fraction of its calls, 0 to 1; see {@link #seed}. */
    public Fault fraction(double share) {
        return schedule(FaultSchedule.Rule.FRACTION, share);
    }

    private Fault schedule(FaultSchedule.Rule rule, double number) {
        return new Fault(action, calls, new FaultSchedule(rule, number, schedule.seed(), schedule.atMost()));
    }

    /** Returns this fault with a random seed. The same seed breaks the same calls, with the same delays. */
    public Fault seed(long seed) {
        return new Fault(action, calls, new FaultSchedule(schedule.rule(), schedule.number(), seed, schedule.atMost()));
    }

    /** Returns this fault, but disarmed after it has triggered this many times, 1 or more. */
    public Fault atMost(int times) {
        return new Fault(action, calls, new FaultSchedule(schedule.rule(), schedule.number(), schedule.seed(), times));
    }

    public FaultAction action() {
        return action;
    }

    public String method() {
        return calls.method();
    }

    public Optional<String> path() {
        return calls.path();
    }

    public FaultSchedule schedule() {
        return schedule;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fault that
                && List.of(action, calls, schedule).equals(List.of(that.action, that.calls, that.schedule));
    }

    @Override
    public int hashCode() {
        return List.of(action, calls, schedule).hashCode();
    }

    /** Shows what breaks where, such as {@code reset after the effect on POST /customers}. */
    @Override
    public String toString() {
        return action + " on " + calls;
    }
}
