/**
 * The client of the service: {@link io.handlekit.http.HttpCustomers} over any {@link
 * io.handlekit.http.transport.HttpTransport}, and its settings.
 *
 * <p>All values are immutable and safe for use by several threads. Tokens and personal data appear in no exception
 * message and in no {@code toString}.
 */
@NullMarked
package io.handlekit.http;

import org.jspecify.annotations.NullMarked;
