/** The JSON and the envelopes of the service: bodies read into customers, customers and errors written into answers. */
@NullMarked
package io.handlekit.mock.internal.wire;

import org.jspecify.annotations.NullMarked;
