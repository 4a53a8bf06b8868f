/** Helpers for the tests of the starter. */
package io.handlekit.spring.testing;
