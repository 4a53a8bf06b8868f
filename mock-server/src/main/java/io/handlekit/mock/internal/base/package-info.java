/** Values and small tools that every other package may use. They depend on the public switches and versions only. */
@NullMarked
package io.handlekit.mock.internal.base;

import org.jspecify.annotations.NullMarked;
