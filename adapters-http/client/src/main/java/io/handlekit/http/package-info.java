/**
 * The port over HTTP: {@link io.handlekit.http.HttpCustomers} on top of any {@link io.handlekit.http.HttpTransport}.
 *
 * <p>No token and no personal data reaches a message or a {@code toString} in here.
 */
@NullMarked
package io.handlekit.http;

import org.jspecify.annotations.NullMarked;
