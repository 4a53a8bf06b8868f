/** What the values and the port share: {@code toString} without personal data, ordered maps, and futures. */
@NullMarked
package io.handlekit.customers.internal;

import org.jspecify.annotations.NullMarked;
