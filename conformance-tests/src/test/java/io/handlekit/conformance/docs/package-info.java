/** Tests of the documentation: its Java blocks are compiled code, and its generated parts are what the tests saw. */
package io.handlekit.conformance.docs;
