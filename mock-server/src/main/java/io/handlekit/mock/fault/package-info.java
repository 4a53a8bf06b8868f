/** Faults that the mock injects into calls on purpose. Start with {@link io.handlekit.mock.fault.Fault}. */
@NullMarked
package io.handlekit.mock.fault;

import org.jspecify.annotations.NullMarked;
