/** The wire format: customers, queries and logins to URIs and JSON, and JSON replies back to customers. */
@NullMarked
package io.handlekit.http.internal.codec;

import org.jspecify.annotations.NullMarked;
