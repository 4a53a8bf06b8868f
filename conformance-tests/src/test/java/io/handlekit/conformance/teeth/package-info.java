/** Broken implementations, one fault each, and the test that the contracts catch them. */
package io.handlekit.conformance.teeth;
