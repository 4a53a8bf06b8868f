/** The extensions of jqwik that the contracts use: generators, and the hooks around each rule. */
@NullMarked
package io.handlekit.conformance.internal.jqwik;

import org.jspecify.annotations.NullMarked;
