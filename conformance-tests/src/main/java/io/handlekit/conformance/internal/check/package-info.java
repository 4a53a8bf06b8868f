/** The checks that rules make: an expected value, the outcome of a call, and bounded waiting. */
@NullMarked
package io.handlekit.conformance.internal.check;

import org.jspecify.annotations.NullMarked;
