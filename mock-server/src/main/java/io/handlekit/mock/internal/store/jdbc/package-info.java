/** The stores in a database: H2 in a directory of this machine, or PostgreSQL. */
@NullMarked
package io.handlekit.mock.internal.store.jdbc;

import org.jspecify.annotations.NullMarked;
