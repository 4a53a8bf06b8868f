package io.handlekit.customers.internal;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An unmodifiable map of texts in the caller's order, which refuses {@code null}. A copy of it is the map itself. */
public final class OrderedTexts extends AbstractMap<String, String> {
    private final Map<String, String> texts;

    private OrderedTexts(Map<String, String> texts) {
        this.texts = Collections.unmodifiableMap(texts);
    }

    public static OrderedTexts copyOf(Map<String, String> texts) {
        if (texts instanceof OrderedTexts unmodifiable) {
            return unmodifiable;
        }
        Builder copy = new Builder();
        copy.putAll(texts);
        return copy.build();
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return texts.entrySet();
    }

    @Override
    public Set<String> keySet() {
        return texts.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        return texts.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return texts.containsKey(name);
    }

    @Override
    public int size() {
        return texts.size();
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        texts.forEach(action);
    }

    /** Collects texts by their names. */
    public static final class Builder {
        private Map<String, String> texts = new LinkedHashMap<>();
        private boolean built;

        public void put(String name, String text) {
            own().put(
                            Objects.requireNonNull(name, "name of a field"),
                            Objects.requireNonNull(text, "value of a field"));
        }

        public void putAll(Map<String, String> others) {
            others.forEach(this::put);
        }

        public void remove(String name) {
            own().remove(name);
        }

        /** Returns the texts. They keep this builder's map, so that the builder copies it if it is used further. */
        public OrderedTexts build() {
            built = true;
            return new OrderedTexts(texts);
        }

        private Map<String, String> own() {
            if (built) {
                texts = new LinkedHashMap<>(texts);
                built = false;
            }
            return texts;
        }
    }
}
