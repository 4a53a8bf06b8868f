/**
 * The parts of {@code TransportContract}: replies, failures, cancellation, closing and TLS.
 */
@NullMarked
package io.handlekit.conformance.transport;

import org.jspecify.annotations.NullMarked;
