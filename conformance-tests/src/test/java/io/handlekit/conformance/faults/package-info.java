/** Tests of what the client reports for each fault on the wire, on both transports; they write docs/faults.md. */
package io.handlekit.conformance.faults;
