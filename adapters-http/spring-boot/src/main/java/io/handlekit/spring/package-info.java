/**
 * The Spring Boot starter: {@link io.handlekit.spring.HandlekitAutoConfiguration} makes the client beans of an
 * application on Boot 3.5 or 4.0.
 */
@NullMarked
package io.handlekit.spring;

import org.jspecify.annotations.NullMarked;
