/**
 * The switches of the mock: how it behaves where the real service may behave in one way or another. Start with {@link
 * io.handlekit.mock.behaviour.Behaviour}.
 */
@NullMarked
package io.handlekit.mock.behaviour;

import org.jspecify.annotations.NullMarked;
