/**
 * The mock in tests of JUnit 5: {@link io.handlekit.mock.junit.HandlekitMock}. Who uses it brings JUnit;
 * the rest of the mock does without.
 */
@NullMarked
package io.handlekit.mock.junit;

import org.jspecify.annotations.NullMarked;
