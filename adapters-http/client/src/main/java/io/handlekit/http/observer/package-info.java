/**
 * The observation of calls, for metrics, traces and logs: a {@link io.handlekit.http.observer.CallObserver} sees the
 * start, the exchanges and the end of each call.
 */
@NullMarked
package io.handlekit.http.observer;

import org.jspecify.annotations.NullMarked;
