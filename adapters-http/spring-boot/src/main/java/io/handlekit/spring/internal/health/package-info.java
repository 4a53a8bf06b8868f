/** The health of the service as the calls of the application show it, for the indicators of Boot 3.5 and of Boot 4. */
@NullMarked
package io.handlekit.spring.internal.health;

import org.jspecify.annotations.NullMarked;
