/**
 * The JUnit extension that gives tests a mock: {@link io.handlekit.mock.junit.HandlekitMock}. It needs JUnit on the
 * class path; the rest of the mock does not. In Spring's tests it puts the mock into the application context.
 */
@NullMarked
package io.handlekit.mock.junit;

import org.jspecify.annotations.NullMarked;
