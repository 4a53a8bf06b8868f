/**
 * The suites that prove an implementation of {@link io.handlekit.customers.Customers}, {@link
 * io.handlekit.conformance.CustomersContract}, and one of {@link io.handlekit.http.transport.HttpTransport}, {@link
 * io.handlekit.conformance.TransportContract}, and what they are made of.
 */
@NullMarked
package io.handlekit.conformance;

import org.jspecify.annotations.NullMarked;
