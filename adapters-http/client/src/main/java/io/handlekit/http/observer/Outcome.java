package io.handlekit.http.observer;

import io.handlekit.customers.CustomersFailure;

/**
 * The end of a call or of an exchange: success, the kind of its {@link CustomersFailure}, or given up. There are few
 * values, so that it can be the tag of a metric. See {@link CallObserver} for an example.
 */
public enum Outcome {
    /** The service did what it was asked to do. */
    SUCCESS,
    /** {@link CustomersFailure.Invalid}: the customer data has errors, and nothing was sent. */
    INVALID,
    /** {@link CustomersFailure.Rejected}. */
    REJECTED,
    /** {@link CustomersFailure.NotAuthenticated}. */
    NOT_AUTHENTICATED,
    /** {@link CustomersFailure.AccessDenied}. */
    ACCESS_DENIED,
    /** {@link CustomersFailure.UnknownHandle}. */
    UNKNOWN_HANDLE,
    /** {@link CustomersFailure.Throttled}. */
    THROTTLED,
    /** {@link CustomersFailure.Unavailable}. */
    UNAVAILABLE,
    /** {@link CustomersFailure.BrokenReply}. */
    BROKEN_REPLY,
    /** The caller cancelled the call, or the call ended before its exchange, for example by its deadline. */
    CANCELLED
}
