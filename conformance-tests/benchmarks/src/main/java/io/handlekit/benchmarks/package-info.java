/** The page that the benchmarks of the mock and of the client write. */
@NullMarked
package io.handlekit.benchmarks;

import org.jspecify.annotations.NullMarked;
