/** The endpoints of the service over HTTP: each reads a request, asks the engine, and writes an answer. */
@NullMarked
package io.handlekit.mock.internal.service;

import org.jspecify.annotations.NullMarked;
