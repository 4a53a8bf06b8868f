/**
 * An offline double of Openprovider's customer API: {@link io.handlekit.mock.MockOpenprovider}, started with {@link
 * io.handlekit.mock.MockOptions}. It reads and writes the wire with code of its own, so that a client's misspelt name
 * cannot be misspelt here as well. The evidence for each of its behaviours is listed in docs/wire.md.
 *
 * <p>Options, faults and exchanges are immutable and may be shared between threads.
 */
@NullMarked
package io.handlekit.mock;

import org.jspecify.annotations.NullMarked;
