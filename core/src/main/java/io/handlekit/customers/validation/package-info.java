/**
 * The rules of the form: pure functions from a draft or changes to {@link io.handlekit.customers.Findings}. They may be
 * called from any thread.
 */
@NullMarked
package io.handlekit.customers.validation;

import org.jspecify.annotations.NullMarked;
