/**
 * The additional data that registries ask for: {@link io.handlekit.customers.registry.AdditionalData} for every
 * customer, {@link io.handlekit.customers.registry.ExtensionData} for one top-level domain. Both accept unknown names.
 */
@NullMarked
package io.handlekit.customers.registry;

import org.jspecify.annotations.NullMarked;
