/**
 * jqwik generators of customers and changes: valid ones, and drafts with known errors.
 */
@NullMarked
package io.handlekit.conformance.arbitraries;

import org.jspecify.annotations.NullMarked;
