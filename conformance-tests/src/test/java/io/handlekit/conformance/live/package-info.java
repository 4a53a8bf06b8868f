/** The live run, which compares a real service with the mock's ledger, and its tests against the mock. */
package io.handlekit.conformance.live;
