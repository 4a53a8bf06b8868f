/** Faults at work: which calls they strike, and what they do to a call and its connection. */
@NullMarked
package io.handlekit.mock.internal.faults;

import org.jspecify.annotations.NullMarked;
