/** What the rules of the rooms {@code validation} and {@code tld} share. */
@NullMarked
package io.handlekit.customers.validation.internal;

import org.jspecify.annotations.NullMarked;
