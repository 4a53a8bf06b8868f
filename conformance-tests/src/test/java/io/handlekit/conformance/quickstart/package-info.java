/** The quickstart of the README, a runnable example, and its test. */
package io.handlekit.conformance.quickstart;
