/**
 * Sequences of calls as data, which run on an implementation and on a model, are compared, and are reduced if they fail.
 */
@NullMarked
package io.handlekit.conformance.programs;

import org.jspecify.annotations.NullMarked;
