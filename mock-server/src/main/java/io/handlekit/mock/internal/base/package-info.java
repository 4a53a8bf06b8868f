/** Values and small tools that any other room may use, and that know none of them. */
@NullMarked
package io.handlekit.mock.internal.base;

import org.jspecify.annotations.NullMarked;
