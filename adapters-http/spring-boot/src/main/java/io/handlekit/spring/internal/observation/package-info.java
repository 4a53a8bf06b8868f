/** Observers of calls that report to Micrometer. */
@NullMarked
package io.handlekit.spring.internal.observation;

import org.jspecify.annotations.NullMarked;
