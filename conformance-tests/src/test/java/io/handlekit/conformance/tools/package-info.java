/** Tests that public tools for OpenAPI take the mock's document: a linter, and generators of clients. */
package io.handlekit.conformance.tools;
