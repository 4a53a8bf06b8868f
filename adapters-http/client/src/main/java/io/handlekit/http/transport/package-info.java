/**
 * The interface between the client and an HTTP library: a {@link io.handlekit.http.transport.HttpTransport} sends one
 * {@link io.handlekit.http.transport.HttpCall} and returns one {@link io.handlekit.http.transport.HttpReply} or a
 * {@link io.handlekit.http.transport.TransportFailure}. Implement it to use an HTTP library of your choice.
 */
@NullMarked
package io.handlekit.http.transport;

import org.jspecify.annotations.NullMarked;
