/** Single rules of the contracts, run on a subject of a test, which sees how they fail. */
package io.handlekit.conformance.trial;
