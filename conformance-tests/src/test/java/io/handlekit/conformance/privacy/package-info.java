/** Tests that no personal data, password or token reaches a log, an exception message, a {@code toString} or an observer. */
package io.handlekit.conformance.privacy;
