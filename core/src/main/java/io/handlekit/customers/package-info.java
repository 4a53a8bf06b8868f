/**
 * Customers and their handles: the port {@link io.handlekit.customers.Customers}, what you send ({@link
 * io.handlekit.customers.NewCustomer}, {@link io.handlekit.customers.CustomerChanges}), what you get back ({@link
 * io.handlekit.customers.Customer}), and why a call fails ({@link io.handlekit.customers.CustomersFailure}).
 *
 * <p>Nothing here is ever {@code null}: an absent text is empty, an absent section is empty. Values are immutable and
 * thread-safe. The {@code toString} of a value with personal data names the parts that are filled in, never their
 * contents.
 */
@NullMarked
package io.handlekit.customers;

import org.jspecify.annotations.NullMarked;
