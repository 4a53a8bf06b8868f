/**
 * The port over HTTP: {@link io.handlekit.http.HttpCustomers} on top of any {@link io.handlekit.http.transport.HttpTransport}.
 *
 * <p>Values are immutable and may be shared between threads, the bytes of a call and a reply if nobody writes to them. No
 * token and no personal data reaches a message or a {@code toString} in here.
 */
@NullMarked
package io.handlekit.http;

import org.jspecify.annotations.NullMarked;
