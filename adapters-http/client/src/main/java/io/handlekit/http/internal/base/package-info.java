/** Small helpers that the transports and the calls above them share. */
@NullMarked
package io.handlekit.http.internal.base;

import org.jspecify.annotations.NullMarked;
