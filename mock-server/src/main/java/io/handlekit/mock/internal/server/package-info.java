/** The HTTP server: where it listens, which handler a request gets, and what is logged and recorded of it. */
@NullMarked
package io.handlekit.mock.internal.server;

import org.jspecify.annotations.NullMarked;
