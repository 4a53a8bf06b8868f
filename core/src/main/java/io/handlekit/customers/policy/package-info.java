/**
 * What a careful caller does with customers beyond single calls, composed over any {@link
 * io.handlekit.customers.Customers}: creating once ({@link io.handlekit.customers.policy.CreateOnce}) and reusing what
 * is there ({@link io.handlekit.customers.policy.ReuseHandle}).
 *
 * <p>As with the port, nothing here blocks or is {@code null}, and every failure is a {@link
 * io.handlekit.customers.CustomersFailure}.
 */
@NullMarked
package io.handlekit.customers.policy;

import org.jspecify.annotations.NullMarked;
