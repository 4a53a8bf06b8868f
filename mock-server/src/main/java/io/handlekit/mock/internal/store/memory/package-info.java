/** The stores in memory. */
@NullMarked
package io.handlekit.mock.internal.store.memory;

import org.jspecify.annotations.NullMarked;
