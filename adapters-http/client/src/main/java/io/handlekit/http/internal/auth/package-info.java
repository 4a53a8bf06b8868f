/** The sources of access tokens: a fixed token, the application's own source, or a login. */
@NullMarked
package io.handlekit.http.internal.auth;

import org.jspecify.annotations.NullMarked;
