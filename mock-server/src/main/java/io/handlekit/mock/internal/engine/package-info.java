/** The rules of the service, without HTTP: what it accepts, stores, shows and refuses. */
@NullMarked
package io.handlekit.mock.internal.engine;

import org.jspecify.annotations.NullMarked;
