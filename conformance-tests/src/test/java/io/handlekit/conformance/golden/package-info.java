/** Tests of client and mock, each against the same recorded JSON: the golden exchanges. */
package io.handlekit.conformance.golden;
