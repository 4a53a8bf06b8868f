/**
 * The two contracts that prove an implementation: {@link io.handlekit.conformance.CustomersContract} for {@link
 * io.handlekit.customers.Customers} and {@link io.handlekit.conformance.TransportContract} for {@link
 * io.handlekit.http.transport.HttpTransport}.
 */
@NullMarked
package io.handlekit.conformance;

import org.jspecify.annotations.NullMarked;
