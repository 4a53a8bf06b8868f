/** Tests of the architecture: rooms, dependencies, signatures and modules, each rule proved against a planted violation. */
package io.handlekit.conformance.house;
