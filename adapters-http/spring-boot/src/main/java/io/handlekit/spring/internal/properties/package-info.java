/** Checks of the properties at start: unknown names, invalid values, and the report of both. */
@NullMarked
package io.handlekit.spring.internal.properties;

import org.jspecify.annotations.NullMarked;
