/**
 * An offline double of Openprovider's customer API: {@link io.handlekit.mock.MockOpenprovider} to embed, {@link
 * io.handlekit.mock.internal.command.MockCommand} to run. It reads and writes the wire with code of its own, so that a name misspelt in
 * a client cannot be misspelt here as well. How each of its behaviours is known stands in docs/wire.md.
 *
 * <p>Options, faults and exchanges are immutable and may be shared between threads.
 */
@NullMarked
package io.handlekit.mock;

import org.jspecify.annotations.NullMarked;
