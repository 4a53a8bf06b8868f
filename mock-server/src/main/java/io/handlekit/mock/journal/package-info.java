/** The recorded calls, and expectations about them. Start with {@link io.handlekit.mock.journal.Exchange}. */
@NullMarked
package io.handlekit.mock.journal;

import org.jspecify.annotations.NullMarked;
