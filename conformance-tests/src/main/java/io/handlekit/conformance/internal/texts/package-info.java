/** Customers as texts: taken apart by path, marked to be found again, matched by patterns, and printed as Java. */
@NullMarked
package io.handlekit.conformance.internal.texts;

import org.jspecify.annotations.NullMarked;
