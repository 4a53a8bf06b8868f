/** The whole state of a mock as lines of JSON, written and read as one. */
@NullMarked
package io.handlekit.mock.internal.snapshot;

import org.jspecify.annotations.NullMarked;
