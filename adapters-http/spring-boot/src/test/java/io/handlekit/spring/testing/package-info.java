/** What the tests of the starter share. */
package io.handlekit.spring.testing;
