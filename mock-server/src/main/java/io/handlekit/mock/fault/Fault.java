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
 * Something that goes wrong on purpose: what, at which calls, and when. Immutable.
 *
 * <pre>{@code
 * mock.failNext(Fault.reset().afterEffect().on("POST", "/customers"));  // created, and nobody is told
 * mock.faults(List.of(
 *         Fault.delay(Duration.ofMillis(50), Duration.ofSeconds(1)),    // every call
 *         Fault.htmlPage(502).fraction(0.1).seed(7),                    // one in ten, the same ones in every run
 *         Fault.vendorError(131).on("PUT", "/customers/*").nth(3)));    // the third update
 * }</pre>
 *
 * <p>Unless it says otherwise, a fault strikes at every call that is no login, and before the call has an effect. It
 * stands before tokens, limits and all else of the service: a call that it ends without an effect is not counted there.
 * Requests that do not come whole, and those for what is not served below {@code /v1beta}, meet no fault.
 *
 * <p>A number, a method or a path that is out of its range is refused with an {@link IllegalArgumentException}, here and
 * in each method.
 *
 * <p>Where several are due at one call, their delays add up, and of the others the first one wins; those that lost
 * have not struck. Nobody is kept waiting for more than ten minutes, nor after the mock is reset or closed: then the
 * connection is closed.
 */
public final class Fault {
    private final FaultAction action;
    private final CallPattern calls;
    private final FaultSchedule schedule;

    /**
     * Creates a fault from its parts.
     *
     * @param method an HTTP method, or {@code *} for any
     * @param path the path without {@code /v1beta}, as {@link #on} takes it; every call that is not a login if it is empty
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

    /** The call waits, in whole milliseconds: before its effect, or before the answer. At most ten minutes. */
    public static Fault delay(Duration time) {
        return delay(time, time);
    }

    /** The call waits for any time between these, the shorter one first, each as likely as another; see {@link #seed}. */
    public static Fault delay(Duration shortest, Duration longest) {
        return of(Kind.DELAY, millis(shortest), millis(longest));
    }

    /** The service says no with this code, 1 or more, and its text, as far as that is known. */
    public static Fault vendorError(int code) {
        return of(Kind.VENDOR_ERROR, code);
    }

    /** The service says code 4005, that it is on maintenance. */
    public static Fault maintenance() {
        return vendorError(VendorError.MAINTENANCE);
    }

    /**
     * The service says code {@value VendorCodes#NOT_AUTHENTICATED}; with {@link Switch.Token#ISSUED} the token is no
     * good from then on. Never after the effect.
     */
    public static Fault expiredToken() {
        return of(Kind.EXPIRED_TOKEN);
    }

    /** An answer of this HTTP status, 200 to 599, and no body. */
    public static Fault status(int status) {
        return of(Kind.STATUS, status);
    }

    /** A gateway's error page in HTML with this HTTP status, 400 to 599. */
    public static Fault htmlPage(int status) {
        return of(Kind.HTML_PAGE, status);
    }

    /** The connection is reset, and no answer comes. */
    public static Fault reset() {
        return of(Kind.RESET);
    }

    /** No answer comes, and the connection stays open until the client leaves or sends more. */
    public static Fault silence() {
        return of(Kind.SILENCE);
    }

    /** The connection is closed after half of the answer's body. Always after the effect. */
    public static Fault truncated() {
        return of(Kind.TRUNCATED);
    }

    /**
     * The answer says that its body is longer by so many bytes than it is, a million at most, or shorter if this is
     * negative; the connection stays open until the client leaves or sends more. Always after the effect.
     */
    public static Fault wrongLength(int by) {
        return of(Kind.WRONG_LENGTH, by);
    }

    /** The answer's body comes byte by byte, with this pause after each, ten minutes at most. Always after the effect. */
    public static Fault drip(Duration pause) {
        return of(Kind.DRIP, millis(pause));
    }

    /**
     * The answer comes twice: the second one is there before the next request on that connection, after which it is
     * closed. Always after the effect.
     */
    public static Fault twice() {
        return of(Kind.TWICE);
    }

    private static int millis(Duration time) {
        return (int) Math.max(-1, Math.min(time.toMillis(), Integer.MAX_VALUE));
    }

    /**
     * The same, after the call has had its effect.
     *
     * @throws IllegalArgumentException for an expired token, which lets no call have one
     */
    public Fault afterEffect() {
        return new Fault(new FaultAction(action.kind(), action.numbers(), true), calls, schedule);
    }

    /**
     * The same for some calls alone, logins ({@code /auth/login}) included if they are among them.
     *
     * @param method {@code GET}, {@code POST}, {@code PUT}, {@code DELETE}, or {@code *} for any
     * @param path the path without {@code /v1beta}; {@code *} stands for one segment, and <code>&#47;**</code> at the
     *     end for any number of them
     */
    public Fault on(String method, String path) {
        return new Fault(action, CallPattern.ofFault(method, Optional.of(path)), schedule);
    }

    /** The same at one of its calls alone, the first one being 1. */
    public Fault nth(int call) {
        return schedule(FaultSchedule.Rule.NTH, call);
    }

    /** The same at every so many of its calls, 1 or more: 3 for the third, the sixth and so on. */
    public Fault every(int calls) {
        return schedule(FaultSchedule.Rule.EVERY, calls);
    }

    /** The same at this share of its calls, 0 to 1, by chance; see {@link #seed}. */
    public Fault fraction(double share) {
        return schedule(FaultSchedule.Rule.FRACTION, share);
    }

    private Fault schedule(FaultSchedule.Rule rule, double number) {
        return new Fault(action, calls, new FaultSchedule(rule, number, schedule.seed(), schedule.atMost()));
    }

    /** The same with another chance: with the same seed the same calls are struck, and wait for the same time. */
    public Fault seed(long seed) {
        return new Fault(action, calls, new FaultSchedule(schedule.rule(), schedule.number(), seed, schedule.atMost()));
    }

    /** The same, and over after so many strikes, 1 or more. */
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

    /** What happens where, such as {@code reset after the effect on POST /customers}. */
    @Override
    public String toString() {
        return action + " on " + calls;
    }
}
