/**
 * Customers and their handles: what a caller says ({@link io.handlekit.customers.NewCustomer}, {@link
 * io.handlekit.customers.CustomerChanges}), what comes back ({@link io.handlekit.customers.Customer}, {@link
 * io.handlekit.customers.CustomersFailure}) and the door between them ({@link io.handlekit.customers.Customers}).
 *
 * <p>Nothing here is ever {@code null}: an absent text is empty, an absent section is empty. Values are immutable and
 * may be shared between threads. {@code toString} of whatever holds personal data names the filled parts and never
 * their contents.
 */
@NullMarked
package io.handlekit.customers;

import org.jspecify.annotations.NullMarked;
