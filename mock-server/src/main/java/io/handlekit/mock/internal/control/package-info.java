/**
 * The control API of the mock as a tool: reset, seed, clock, switches, faults, journal, metrics and the evidence ledger; and
 * the inspector, its page for browsers.
 */
@NullMarked
package io.handlekit.mock.internal.control;

import org.jspecify.annotations.NullMarked;
