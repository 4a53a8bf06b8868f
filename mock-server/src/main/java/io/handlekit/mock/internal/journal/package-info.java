/** The record of exchanges, and the check of expectations against it. */
@NullMarked
package io.handlekit.mock.internal.journal;

import org.jspecify.annotations.NullMarked;
