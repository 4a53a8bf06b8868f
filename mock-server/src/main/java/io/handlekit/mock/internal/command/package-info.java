/** The command line: options, environment, startup, and the life of the process. */
@NullMarked
package io.handlekit.mock.internal.command;

import org.jspecify.annotations.NullMarked;
