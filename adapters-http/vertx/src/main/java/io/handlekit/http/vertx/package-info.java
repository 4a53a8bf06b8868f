/** The transport on the Vert.x Web Client: {@link io.handlekit.http.vertx.VertxTransport}. */
@NullMarked
package io.handlekit.http.vertx;

import org.jspecify.annotations.NullMarked;
