/**
 * Benchmarks of the client beside what it could be replaced by: Jackson's databind, streaming by hand, Hibernate
 * Validator, a generated client and the bare HTTP clients.
 */
@NullMarked
package io.handlekit.benchmarks.client;

import org.jspecify.annotations.NullMarked;
