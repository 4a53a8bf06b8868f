/** The test servers of the transport rules, the calls made to them, and what a transport leaves behind. */
@NullMarked
package io.handlekit.conformance.internal.server;

import org.jspecify.annotations.NullMarked;
