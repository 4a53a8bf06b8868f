/**
 * The mock in tests of JUnit 5: {@link io.handlekit.mock.junit.HandlekitMock}. Add JUnit to use it; the other packages
 * do without.
 */
@NullMarked
package io.handlekit.mock.junit;

import org.jspecify.annotations.NullMarked;
