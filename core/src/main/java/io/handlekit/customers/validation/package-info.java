/**
 * The rules for customers: {@link io.handlekit.customers.validation.CustomerRules} returns everything that is wrong
 * with a draft or with changes. The rules are pure functions and thread-safe.
 */
@NullMarked
package io.handlekit.customers.validation;

import org.jspecify.annotations.NullMarked;
