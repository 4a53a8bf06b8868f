package io.handlekit.conformance;

import java.time.Duration;
import org.opentest4j.TestAbortedException;

/**
 * What can be done to the service behind an implementation. Offer what you can by overriding it: a rule that asks for
 * more is reported as skipped, with what it asked for.
 *
 * <pre>{@code
 * final class MyControl implements ServiceControl {
 *     @Override
 *     public void expireTokens() {
 *         myService.forgetTokens();
 *     }
 * }
 * }</pre>
 *
 * <p>A service that has no tokens, or no clock, offers them all the same, and does nothing: its customers then live
 * through it as they should. All methods are called on the thread of the rule, while no call is under way but where
 * {@link #speak} says so.
 */
public interface ServiceControl {
    /** Offers nothing. */
    ServiceControl NONE = new ServiceControl() {};

    /** When a call fails, seen from its effect. */
    enum Moment {
        /** The service does not get to know of it. */
        BEFORE_EFFECT,
        /** The service has done as it was asked, and the answer is lost. */
        AFTER_EFFECT
    }

    /**
     * Makes the next create that the service would accept fail as it does when a connection breaks (rule C19). Only
     * that one: reads, refusals, logins and whatever the implementation sends after it go well.
     *
     * @param moment whether the customer is there all the same
     */
    default void failNextCreate(Moment moment) {
        throw notOffered("to fail a create");
    }

    /**
     * Makes the service refuse all tokens that it has handed out, without a word (rule C19). Not so often that the
     * service would refuse logins.
     */
    default void expireTokens() {
        throw notOffered("to let tokens expire");
    }

    /**
     * Moves the clock of service and implementation alike (rule C19).
     *
     * @param by how far; positive, some days at most
     */
    default void moveClock(Duration by) {
        throw notOffered("to move the clock");
    }

    /** Makes the service take calls and answer none of them until {@link #speak} (rule C16). */
    default void silence() {
        throw notOffered("to silence the service");
    }

    /** Lets the service answer again, calls that have come meanwhile included. Does nothing if it was not silent. */
    default void speak() {}

    private static TestAbortedException notOffered(String what) {
        return new TestAbortedException("the fixture does not offer " + what);
    }
}
