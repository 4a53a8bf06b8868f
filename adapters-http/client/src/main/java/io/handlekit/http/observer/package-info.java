/**
 * The observation of each exchange with the service, for metrics, traces and logs: a {@link
 * io.handlekit.http.observer.CallObserver} receives {@link io.handlekit.http.observer.CallEvent}s.
 */
@NullMarked
package io.handlekit.http.observer;

import org.jspecify.annotations.NullMarked;
