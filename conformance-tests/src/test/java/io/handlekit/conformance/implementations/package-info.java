/** The contracts, run against every implementation in this repository: the reference, the mock's engine, both transports. */
package io.handlekit.conformance.implementations;
