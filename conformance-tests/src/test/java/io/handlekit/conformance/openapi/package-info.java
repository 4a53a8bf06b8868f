/** Tests of the mock's OpenAPI document: it is valid, and requests and replies are as it describes them. */
package io.handlekit.conformance.openapi;
