/** Tests of {@code CreateOnce} and {@code ReuseHandle} against the mock, also over connections that break. */
package io.handlekit.conformance.policy;
