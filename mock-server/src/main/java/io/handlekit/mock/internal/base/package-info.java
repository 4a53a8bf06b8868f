/** Values and small tools that every other package may use, and that depend on none of them. */
@NullMarked
package io.handlekit.mock.internal.base;

import org.jspecify.annotations.NullMarked;
