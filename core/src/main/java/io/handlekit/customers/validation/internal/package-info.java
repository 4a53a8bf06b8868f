/**
 * What the rooms {@code validation} and {@code tld} share: the collector of findings, and the formats of dates and
 * country codes.
 */
@NullMarked
package io.handlekit.customers.validation.internal;

import org.jspecify.annotations.NullMarked;
