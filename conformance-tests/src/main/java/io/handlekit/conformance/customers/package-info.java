/**
 * The parts of {@code CustomersContract} about lists, waiting, programs and privacy.
 */
@NullMarked
package io.handlekit.conformance.customers;

import org.jspecify.annotations.NullMarked;
