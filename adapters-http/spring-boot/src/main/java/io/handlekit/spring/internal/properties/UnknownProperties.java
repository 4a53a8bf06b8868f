package io.handlekit.spring.internal.properties;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The search for misspelt properties. Boot ignores names that it does not know, so they would have no effect. */
public final class UnknownProperties {
    private final ConfigurationPropertyName prefix;
    private final KnownProperties known;

    /**
     * Creates a search.
     *
     * @param prefix the prefix of the properties
     * @param type the record that binds them
     */
    public UnknownProperties(String prefix, Class<?> type) {
        this.prefix = ConfigurationPropertyName.of(prefix);
        known = new KnownProperties(this.prefix, type);
    }

    /**
     * Checks the names of all properties with the prefix.
     *
     * @throws InvalidPropertiesException if there are unknown ones; the message has the nearest name of each
     */
    public void check(Environment environment) {
        List<String> faults = StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .map(IterableConfigurationPropertySource.class::cast)
                .flatMap(this::faults)
                .distinct()
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidPropertiesException(faults);
        }
    }

    private Stream<String> faults(IterableConfigurationPropertySource source) {
        boolean variables = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
        return source.stream()
                .filter(prefix::isAncestorOf)
                .filter(name -> variables ? known.isMisspeltVariable(name) : !known.contains(name))
                .map(name -> fault(name, source.getConfigurationProperty(name)));
    }

    private String fault(ConfigurationPropertyName name, @Nullable ConfigurationProperty property) {
        String origin = property == null || property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        return "Unknown property " + name + origin + ". The nearest one is " + known.nearest(name) + ".";
    }
}
