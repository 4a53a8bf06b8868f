/**
 * The suite that proves an implementation of {@link io.handlekit.customers.Customers}: {@link
 * io.handlekit.conformance.CustomersContract} and what it is made of.
 */
@NullMarked
package io.handlekit.conformance;

import org.jspecify.annotations.NullMarked;
