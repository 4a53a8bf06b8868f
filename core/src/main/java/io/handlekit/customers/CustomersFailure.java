package io.handlekit.customers;

import io.handlekit.customers.vendor.RawReply;
import io.handlekit.customers.vendor.VendorAnswer;
import io.handlekit.customers.vendor.VendorCodes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a call to {@link Customers} failed. Each kind is a class of its own; all of them answer {@link
 * #mayHaveTakenEffect()}, the one thing to know before calling again. Messages hold no personal data and no token (rule
 * C17).
 *
 * <pre>{@code
 * try {
 *     return customers.create(draft);
 * } catch (CustomersFailure.Invalid invalid) {
 *     return form.show(invalid.findings());
 * } catch (CustomersFailure failure) {
 *     if (failure.mayHaveTakenEffect()) {
 *         return lookBeforeCreatingAgain(draft);
 *     }
 *     throw failure;
 * }
 * }</pre>
 */
public abstract sealed class CustomersFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean mayHaveTakenEffect;
    private final @Nullable VendorAnswer answer;

    private CustomersFailure(
            String message, boolean mayHaveTakenEffect, @Nullable VendorAnswer answer, @Nullable Throwable cause) {
        super(message, cause);
        this.mayHaveTakenEffect = mayHaveTakenEffect;
        this.answer = answer;
    }

    /** Whether the customer may have been created, changed or deleted all the same. Always false for a read. */
    public final boolean mayHaveTakenEffect() {
        return mayHaveTakenEffect;
    }

    /** What the service said, if its words were understood. */
    public final Optional<VendorAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    /** The draft or the changes have errors; nothing was sent. */
    public static final class Invalid extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final Findings findings;

        /**
         * A refusal before anything was sent.
         *
         * @param findings all that was found, warnings included
         */
        public Invalid(Findings findings) {
            super("refused before sending: " + findings, false, null, null);
            this.findings = findings;
        }

        /** All that was found, warnings included. */
        public Findings findings() {
            return findings;
        }
    }

    /** The service refused the call with a code that has no finer class here. */
    public static final class Rejected extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final int code;

        /**
         * A refusal by the service.
         *
         * @param answer what it said
         * @param write whether the call would have changed something; it may have, if the code leaves that open
         */
        public Rejected(VendorAnswer answer, boolean write) {
            super(describe(answer), write && VendorCodes.leavesEffectOpen(answer.code()), answer, null);
            this.code = answer.code();
        }

        /** The service's code; see {@link VendorCodes}. */
        public int code() {
            return code;
        }
    }

    /** User name and password, or the token, were not accepted; nothing took effect. */
    public static final class NotAuthenticated extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        /**
         * A refusal for want of a valid token.
         *
         * @param answer what the service said
         */
        public NotAuthenticated(VendorAnswer answer) {
            super(describe(answer), false, answer, null);
        }
    }

    /** The service does not know the handle: never issued, or deleted. */
    public static final class UnknownHandle extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final CustomerHandle handle;

        /**
         * A refusal for a handle that is not known.
         *
         * @param handle the handle asked for
         * @param answer what the service said
         */
        public UnknownHandle(CustomerHandle handle, VendorAnswer answer) {
            super(describe(answer), false, answer, null);
            this.handle = Objects.requireNonNull(handle, "handle");
        }

        /** The handle asked for. */
        public CustomerHandle handle() {
            return handle;
        }
    }

    /** Too many calls; nothing took effect. Calling on at the same pace may have the address blocked. */
    public static final class Throttled extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final @Nullable Duration retryAfter;

        /**
         * A refusal by one of the service's limits.
         *
         * @param answer what the service said
         */
        public Throttled(VendorAnswer answer) {
            super(describe(answer), false, answer, null);
            this.retryAfter = null;
        }

        /**
         * A refusal before anything was sent, since one call more would break one of the service's limits.
         *
         * @param limit which one, without personal data
         * @param retryAfter when there will be room for another call
         */
        public Throttled(String limit, Duration retryAfter) {
            super("not sent: " + limit + "; there is room again in " + retryAfter, false, null, null);
            this.retryAfter = retryAfter;
        }

        /** When there will be room for another call, if that is known: the service itself does not say. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /** The service could not be reached, did not answer in time, or said that it is out of order. */
    public static final class Unavailable extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final @Nullable RawReply reply;

        /**
         * No answer.
         *
         * @param reason why, without personal data
         * @param mayHaveTakenEffect whether a write may have reached the service
         * @param cause the transport's failure, if there is one
         */
        public Unavailable(String reason, boolean mayHaveTakenEffect, @Nullable Throwable cause) {
            super(reason, mayHaveTakenEffect, null, cause);
            this.reply = null;
        }

        /**
         * The page of a gateway instead of an answer.
         *
         * @param reply the page
         * @param mayHaveTakenEffect whether a write may have reached the service behind the gateway
         */
        public Unavailable(RawReply reply, boolean mayHaveTakenEffect) {
            super("no answer of the service: " + reply, mayHaveTakenEffect, null, null);
            this.reply = reply;
        }

        /**
         * The service's own word that it is out of order; nothing took effect.
         *
         * @param answer what it said
         */
        public Unavailable(VendorAnswer answer) {
            super(describe(answer), false, answer, null);
            this.reply = null;
        }

        /** The page that came instead of an answer, if one did. */
        public Optional<RawReply> reply() {
            return Optional.ofNullable(reply);
        }
    }

    /** A reply came that is not what the service promises; what it meant is not known. */
    public static final class BrokenReply extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final RawReply reply;

        /**
         * A reply that could not be read.
         *
         * @param fault what is wrong with it, without personal data
         * @param reply the reply
         * @param mayHaveTakenEffect whether a write may have taken effect
         */
        public BrokenReply(String fault, RawReply reply, boolean mayHaveTakenEffect) {
            super(fault + " (" + reply + ")", mayHaveTakenEffect, null, null);
            this.reply = reply;
        }

        /** The reply. */
        public RawReply reply() {
            return reply;
        }
    }

    /** More customers fit than the caller was ready to see; see {@link Customers#listAll}. */
    public static final class TooMany extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final int most;

        /**
         * A list that goes on after the last customer that was asked for.
         *
         * @param most how many customers the caller was ready to see
         */
        public TooMany(int most) {
            super("more than " + most + " customers fit", false, null, null);
            this.most = most;
        }

        /** How many customers the caller was ready to see. */
        public int most() {
            return most;
        }
    }

    /**
     * Several customers are there where one at most should be; which of them is meant is not for a program to guess.
     */
    public static final class Ambiguous extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final CustomerHandle[] handles;

        /**
         * A look-up that found several.
         *
         * @param handles all that were found
         * @param mayHaveTakenEffect whether a write of the same call may have made one of them
         */
        public Ambiguous(List<CustomerHandle> handles, boolean mayHaveTakenEffect) {
            super("several customers where one at most was expected: " + handles, mayHaveTakenEffect, null, null);
            this.handles = handles.toArray(CustomerHandle[]::new);
        }

        /** The handles found, in the order in which the service listed them. */
        public List<CustomerHandle> handles() {
            return List.of(handles);
        }
    }

    /** The vendor's own words may repeat what was sent, so a message holds the table's text instead. */
    private static String describe(VendorAnswer answer) {
        return "the service answered with code " + answer.code() + ": "
                + VendorCodes.text(answer.code()).orElse("no text is known for it");
    }
}
