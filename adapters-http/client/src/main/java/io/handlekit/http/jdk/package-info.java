/** The transport on the HTTP client of the JDK: {@link io.handlekit.http.jdk.JdkTransport}. */
@NullMarked
package io.handlekit.http.jdk;

import org.jspecify.annotations.NullMarked;
