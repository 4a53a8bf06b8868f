/**
 * Helpers that values and rules share: {@code toString} without personal data, ordered maps, futures, dates and country
 * codes. It depends on no other room.
 */
@NullMarked
package io.handlekit.customers.internal;

import org.jspecify.annotations.NullMarked;
