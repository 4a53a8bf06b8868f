/**
 * Policies over any {@link io.handlekit.customers.Customers}: {@link io.handlekit.customers.policy.CreateOnce} creates
 * at most one customer per reference, and {@link io.handlekit.customers.policy.ReuseHandle} updates or reuses an
 * existing handle before it creates one.
 *
 * <p>Nothing here blocks. Every failure is a {@link io.handlekit.customers.CustomersFailure}.
 */
@NullMarked
package io.handlekit.customers.policy;

import org.jspecify.annotations.NullMarked;
