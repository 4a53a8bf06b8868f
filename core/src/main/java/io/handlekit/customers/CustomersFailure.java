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
 * The failure of a call to {@link Customers}. Each kind of failure has its own class. Ask {@link #mayHaveTakenEffect()}
 * before you repeat a call. Messages contain no personal data and no token (rule C17).
 *
 * <pre>{@code
 * try {
 *     return customers.create(draft);
 * } catch (CustomersFailure.Invalid invalid) {
 *     return page.show(invalid.findings());
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

    /** Creates a copy with the stack of the current thread; the original is its cause. */
    private CustomersFailure(CustomersFailure original) {
        super(original.getMessage(), original);
        this.mayHaveTakenEffect = original.mayHaveTakenEffect;
        this.answer = original.answer;
    }

    /** Returns true if the customer may have been created, changed or deleted anyway. Always false for a read. */
    public final boolean mayHaveTakenEffect() {
        return mayHaveTakenEffect;
    }

    /**
     * Returns true if the same call may succeed later, because the service was out of reach, busy or disturbed. Repeat
     * a write only if it also {@linkplain #mayHaveTakenEffect() cannot have taken effect}.
     *
     * <pre>{@code
     * if (failure.isTransient() && !failure.mayHaveTakenEffect()) {
     *     queue.retryLater(order);
     * }
     * }</pre>
     */
    public boolean isTransient() {
        return false;
    }

    /**
     * Returns a failure of the same class, with the same data, that has the stack of the current thread. Its cause is
     * this failure, which is not changed. Use it to throw a failure of a stage in the thread that waited for it.
     */
    public final CustomersFailure withCurrentStack() {
        return copy();
    }

    abstract CustomersFailure copy();

    /** Returns the answer of the service, if it could be read. */
    public final Optional<VendorAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    /** The draft or the changes have errors; nothing was sent. */
    public static final class Invalid extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final Findings findings;

        /**
         * Creates the failure.
         *
         * @param findings all findings, warnings included
         */
        public Invalid(Findings findings) {
            super("nothing was sent, because the customer data has errors: " + findings, false, null, null);
            this.findings = findings;
        }

        private Invalid(Invalid original) {
            super(original);
            this.findings = original.findings;
        }

        /** Returns all findings, warnings included. */
        public Findings findings() {
            return findings;
        }

        @Override
        CustomersFailure copy() {
            return new Invalid(this);
        }
    }

    /** The service refused the call with a code that has no class of its own here. */
    public static final class Rejected extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final int code;

        /**
         * Creates the failure.
         *
         * @param answer the answer of the service
         * @param write whether the call was a write; it may have taken effect if the code leaves that open and the HTTP
         *     status does not say that the request itself was refused
         */
        public Rejected(VendorAnswer answer, boolean write) {
            super(describe(answer), write && leavesEffectOpen(answer), answer, null);
            this.code = answer.code();
        }

        private Rejected(Rejected original) {
            super(original);
            this.code = original.code;
        }

        /**
         * A status 4xx means that the request was refused (recorded on v1: 400 with 346 and 358, 404 with 399). The
         * statuses 408 and 499 are those of a request that was given up.
         */
        private static boolean leavesEffectOpen(VendorAnswer answer) {
            int status = answer.httpStatus();
            boolean refused = status >= 400 && status < 500 && status != 408 && status != 499;
            return !refused && VendorCodes.leavesEffectOpen(answer.code());
        }

        /** Returns the service's code; see {@link VendorCodes}. */
        public int code() {
            return code;
        }

        /** Returns true if the code says that a system behind the service does not answer, or its database fails. */
        @Override
        public boolean isTransient() {
            return VendorCodes.isTransient(code);
        }

        @Override
        CustomersFailure copy() {
            return new Rejected(this);
        }
    }

    /** The service did not accept the user name and password, or the token. The call had no effect. */
    public static final class NotAuthenticated extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final @Nullable RawReply reply;

        /**
         * Creates the failure.
         *
         * @param answer the answer of the service
         */
        public NotAuthenticated(VendorAnswer answer) {
            super("login or token not accepted: " + describe(answer), false, answer, null);
            this.reply = null;
        }

        /**
         * Creates the failure of a call that got HTTP 401 without an answer of the service.
         *
         * @param reply the reply
         */
        public NotAuthenticated(RawReply reply) {
            super("login or token not accepted: " + reply, false, null, null);
            this.reply = reply;
        }

        private NotAuthenticated(NotAuthenticated original) {
            super(original);
            this.reply = original.reply;
        }

        /** Returns the reply without an answer, if the failure has one instead of an {@link #answer}. */
        public Optional<RawReply> reply() {
            return Optional.ofNullable(reply);
        }

        @Override
        CustomersFailure copy() {
            return new NotAuthenticated(this);
        }
    }

    /**
     * The service denied the call with code {@value VendorCodes#ACCESS_DENIED}, although the login succeeded. The call
     * had no effect. The code does not say why; three causes are known:
     *
     * <ul>
     *   <li>the address of this machine is not on the allow list of the user, for example because it calls over IPv6
     *       and the list has an IPv4 address only;
     *   <li>there were too many identical calls, more than 300 in 300 seconds; the service then blocks the address
     *       until it is removed from the block list in the control panel;
     *   <li>the user has no authority for the call.
     * </ul>
     *
     * <p>Repeating the call does not help against any of them.
     */
    public static final class AccessDenied extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        /**
         * Creates the failure.
         *
         * @param answer the answer of the service
         */
        public AccessDenied(VendorAnswer answer) {
            super(
                    describe(answer)
                            + " The known causes are: the address of this machine is not on the user's allow list;"
                            + " too many identical calls, so that the address is blocked; or the user has no authority"
                            + " for this call. Check all three in the control panel; repeating the call does not help.",
                    false,
                    answer,
                    null);
        }

        private AccessDenied(AccessDenied original) {
            super(original);
        }

        @Override
        CustomersFailure copy() {
            return new AccessDenied(this);
        }
    }

    /** The service does not know the handle: it was never issued, or it was deleted. */
    public static final class UnknownHandle extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final CustomerHandle handle;

        /**
         * Creates the failure.
         *
         * @param handle the handle of the call
         * @param answer the answer of the service
         */
        public UnknownHandle(CustomerHandle handle, VendorAnswer answer) {
            super("unknown handle " + handle + ": " + describe(answer), false, answer, null);
            this.handle = Objects.requireNonNull(handle, "handle");
        }

        private UnknownHandle(UnknownHandle original) {
            super(original);
            this.handle = original.handle;
        }

        /**
         * Creates the failure of a call for a customer that the service still shows, as deleted.
         *
         * @param handle the handle of the call
         */
        public UnknownHandle(CustomerHandle handle) {
            super("unknown handle " + handle + ": the service shows it as deleted", false, null, null);
            this.handle = Objects.requireNonNull(handle, "handle");
        }

        /** Returns the handle of the call. */
        public CustomerHandle handle() {
            return handle;
        }

        @Override
        CustomersFailure copy() {
            return new UnknownHandle(this);
        }
    }

    /**
     * There were too many calls. The call had no effect. If you continue at the same rate, the service may block you.
     */
    public static final class Throttled extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final @Nullable Duration retryAfter;
        private final @Nullable RawReply reply;

        /**
         * Creates the failure of a call that the service refused without saying when to try again.
         *
         * @param answer the answer of the service
         */
        public Throttled(VendorAnswer answer) {
            this(answer, null);
        }

        /**
         * Creates the failure of a call that the service refused.
         *
         * @param answer the answer of the service
         * @param retryAfter the delay of its {@code Retry-After} header, or {@code null} if there is none
         */
        public Throttled(VendorAnswer answer, @Nullable Duration retryAfter) {
            super("too many calls: " + describe(answer) + after(retryAfter), false, answer, null);
            this.retryAfter = retryAfter;
            this.reply = null;
        }

        /**
         * Creates the failure of a call that got HTTP 429 without an answer of the service.
         *
         * @param reply the reply
         * @param retryAfter the delay of its {@code Retry-After} header, or {@code null} if there is none
         */
        public Throttled(RawReply reply, @Nullable Duration retryAfter) {
            super("too many calls: " + reply + after(retryAfter), false, null, null);
            this.retryAfter = retryAfter;
            this.reply = reply;
        }

        /**
         * Creates the failure of a call that was not sent, because it would exceed a limit of the service.
         *
         * @param limit the limit, without personal data
         * @param retryAfter the time after which the limit allows another call
         */
        public Throttled(String limit, Duration retryAfter) {
            super("not sent: " + limit + after(retryAfter), false, null, null);
            this.retryAfter = retryAfter;
            this.reply = null;
        }

        private Throttled(Throttled original) {
            super(original);
            this.retryAfter = original.retryAfter;
            this.reply = original.reply;
        }

        /** Returns the time after which to try again, if the service said so or Handlekit knows the limit. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }

        /** Returns the reply without an answer, if the service or a gateway sent one instead of an {@link #answer}. */
        public Optional<RawReply> reply() {
            return Optional.ofNullable(reply);
        }

        private static String after(@Nullable Duration retryAfter) {
            return retryAfter == null ? "" : "; try again after " + retryAfter;
        }

        @Override
        public boolean isTransient() {
            return true;
        }

        @Override
        CustomersFailure copy() {
            return new Throttled(this);
        }
    }

    /** The service could not be reached, did not answer in time, or said that it is out of service. */
    public static final class Unavailable extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final @Nullable RawReply reply;

        /**
         * Creates the failure of a call without an answer.
         *
         * @param reason the reason, without personal data
         * @param mayHaveTakenEffect whether a write may have reached the service
         * @param cause the failure of the transport, if there is one
         */
        public Unavailable(String reason, boolean mayHaveTakenEffect, @Nullable Throwable cause) {
            super(reason, mayHaveTakenEffect, null, cause);
            this.reply = null;
        }

        /**
         * Creates the failure of a call that a gateway answered instead of the service.
         *
         * @param reply the reply of the gateway
         * @param mayHaveTakenEffect whether a write may have reached the service behind the gateway
         */
        public Unavailable(RawReply reply, boolean mayHaveTakenEffect) {
            super("no answer of the service: " + reply, mayHaveTakenEffect, null, null);
            this.reply = reply;
        }

        /**
         * Creates the failure of a call that the service refused because it is out of service; the call had no effect.
         *
         * @param answer the answer of the service
         */
        public Unavailable(VendorAnswer answer) {
            super(describe(answer), false, answer, null);
            this.reply = null;
        }

        private Unavailable(Unavailable original) {
            super(original);
            this.reply = original.reply;
        }

        /** Returns the reply of the gateway, if there is one. */
        public Optional<RawReply> reply() {
            return Optional.ofNullable(reply);
        }

        @Override
        public boolean isTransient() {
            return true;
        }

        @Override
        CustomersFailure copy() {
            return new Unavailable(this);
        }
    }

    /** The reply is not in the format of the service, so the outcome of the call is unknown. */
    public static final class BrokenReply extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final RawReply reply;

        /**
         * Creates the failure.
         *
         * @param fault what is wrong with the reply, without personal data
         * @param reply the reply
         * @param mayHaveTakenEffect whether a write may have taken effect
         */
        public BrokenReply(String fault, RawReply reply, boolean mayHaveTakenEffect) {
            super(fault + " (" + reply + ")", mayHaveTakenEffect, null, null);
            this.reply = reply;
        }

        private BrokenReply(BrokenReply original) {
            super(original);
            this.reply = original.reply;
        }

        /** Returns the reply. */
        public RawReply reply() {
            return reply;
        }

        @Override
        CustomersFailure copy() {
            return new BrokenReply(this);
        }
    }

    /** More customers match the query than the maximum of {@link Customers#listAll}. */
    public static final class TooMany extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final int maxCustomers;

        /**
         * Creates the failure.
         *
         * @param maxCustomers the maximum that the caller set
         */
        public TooMany(int maxCustomers) {
            super(
                    "more than " + maxCustomers + " customers match the query; narrow the query or raise the maximum",
                    false,
                    null,
                    null);
            this.maxCustomers = maxCustomers;
        }

        private TooMany(TooMany original) {
            super(original);
            this.maxCustomers = original.maxCustomers;
        }

        /** Returns the maximum that the caller set. */
        public int maxCustomers() {
            return maxCustomers;
        }

        @Override
        CustomersFailure copy() {
            return new TooMany(this);
        }
    }

    /** Several customers exist where at most one should. Decide which one is right; a program must not guess. */
    public static final class Ambiguous extends CustomersFailure {
        private static final long serialVersionUID = 1L;

        private final CustomerHandle[] handles;

        /**
         * Creates the failure.
         *
         * @param handles the handles of all customers found
         * @param mayHaveTakenEffect whether a create of the same call may have created one of them
         */
        public Ambiguous(List<CustomerHandle> handles, boolean mayHaveTakenEffect) {
            super(
                    "expected at most one customer but found " + handles.size() + ": " + handles,
                    mayHaveTakenEffect,
                    null,
                    null);
            this.handles = handles.toArray(CustomerHandle[]::new);
        }

        private Ambiguous(Ambiguous original) {
            super(original);
            this.handles = original.handles;
        }

        /** Returns the handles of all customers found, in the order of the service. */
        public List<CustomerHandle> handles() {
            return List.of(handles);
        }

        @Override
        CustomersFailure copy() {
            return new Ambiguous(this);
        }
    }

    /** The service's own text may contain personal data, so the message has the text of our table instead. */
    private static String describe(VendorAnswer answer) {
        return "the service answered with code " + answer.code()
                + VendorCodes.text(answer.code()).map(text -> ": " + text).orElse(" (a code without a known text)");
    }
}
