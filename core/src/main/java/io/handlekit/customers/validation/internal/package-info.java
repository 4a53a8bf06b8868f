/** Helpers of the rules in {@code validation} and {@code tld}. */
@NullMarked
package io.handlekit.customers.validation.internal;

import org.jspecify.annotations.NullMarked;
