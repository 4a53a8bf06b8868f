/**
 * The requirements of top-level domains for the customer that owns a domain: {@link
 * io.handlekit.customers.tld.TldRequirements} checks a customer for one top-level domain, and {@link
 * io.handlekit.customers.tld.TldField} describes one field that it knows.
 *
 * <pre>{@code
 * Findings findings = TldRequirements.of("ru").check(customer);
 * }</pre>
 *
 * <p>The requirements are data: a table in the resources of this package, which {@code TldTable} reads once.
 */
@NullMarked
package io.handlekit.customers.tld;

import org.jspecify.annotations.NullMarked;
