/**
 * The mechanism of {@code CreateOnce} and {@code ReuseHandle}: markers in comments, sequences of calls, delays, and the
 * comparison of customers. It knows references as texts, and nothing of the public types of the policies.
 */
@NullMarked
package io.handlekit.customers.policy.internal;

import org.jspecify.annotations.NullMarked;
