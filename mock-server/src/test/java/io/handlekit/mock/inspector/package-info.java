/** The inspector in a real browser, used as a person uses it. */
package io.handlekit.mock.inspector;
