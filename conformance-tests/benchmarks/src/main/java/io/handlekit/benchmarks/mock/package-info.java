/** The benchmark of the mock beside its peers: servers on one core, load from another. */
@NullMarked
package io.handlekit.benchmarks.mock;

import org.jspecify.annotations.NullMarked;
