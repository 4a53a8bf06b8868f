/** The ports behind which customers, tags, tokens and verifications are stored, and the values that cross them. */
@NullMarked
package io.handlekit.mock.internal.store;

import org.jspecify.annotations.NullMarked;
