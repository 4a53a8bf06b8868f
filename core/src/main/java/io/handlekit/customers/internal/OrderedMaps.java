package io.handlekit.customers.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Unmodifiable copies of maps that keep the caller's order and refuse {@code null}. */
public final class OrderedMaps {
    private OrderedMaps() {}

    public static Map<String, String> copy(Map<String, String> values) {
        Map<String, String> copy = new LinkedHashMap<>(values);
        copy.forEach((name, value) -> {
            Objects.requireNonNull(name, "name of a field");
            Objects.requireNonNull(value, "value of a field");
        });
        return Collections.unmodifiableMap(copy);
    }
}
