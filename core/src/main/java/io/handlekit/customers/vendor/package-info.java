/**
 * The words of the service: its {@linkplain io.handlekit.customers.vendor.VendorAnswer answer} to a refused call, its
 * {@linkplain io.handlekit.customers.vendor.VendorCodes codes}, its warnings, and {@linkplain
 * io.handlekit.customers.vendor.RawReply replies} that are not in its format.
 */
@NullMarked
package io.handlekit.customers.vendor;

import org.jspecify.annotations.NullMarked;
