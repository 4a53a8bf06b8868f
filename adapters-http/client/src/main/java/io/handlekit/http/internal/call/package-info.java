/** A call from its token to its outcome: sending, interpreting the reply, retries, deadline and call limits. */
@NullMarked
package io.handlekit.http.internal.call;

import org.jspecify.annotations.NullMarked;
