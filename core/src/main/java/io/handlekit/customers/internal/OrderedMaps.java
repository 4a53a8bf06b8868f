package io.handlekit.customers.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Copies of open maps: the caller's order kept, {@code null} refused. */
public final class OrderedMaps {
    private OrderedMaps() {}

    public static Map<String, String> copy(Map<String, String> values) {
        Map<String, String> copy = new LinkedHashMap<>(values);
        copy.forEach((name, value) -> {
            Objects.requireNonNull(name, "a field's name");
            Objects.requireNonNull(value, "a field's value");
        });
        return Collections.unmodifiableMap(copy);
    }
}
