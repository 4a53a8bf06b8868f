/** What the contracts plug into jqwik: the values that rules are tried with, and the hooks around each rule. */
@NullMarked
package io.handlekit.conformance.internal.jqwik;

import org.jspecify.annotations.NullMarked;
