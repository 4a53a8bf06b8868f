package io.handlekit.spring.internal.properties;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** The names of the properties that a record binds. */
final class KnownProperties {
    private static final int SLIPS = 2;

    private final List<ConfigurationPropertyName> names = new ArrayList<>();

    KnownProperties(ConfigurationPropertyName prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            ConfigurationPropertyName name = prefix.append(DataObjectPropertyName.toDashedForm(component.getName()));
            if (component.getType().isRecord()) {
                names.addAll(new KnownProperties(name, component.getType()).names);
            } else {
                names.add(name);
            }
        }
    }

    boolean contains(ConfigurationPropertyName name) {
        return names.contains(name);
    }

    /**
     * Returns true if an environment variable is nearly a known one. Others may belong to another program, or be those
     * that Kubernetes sets for a service with the name of the prefix.
     *
     * @param variable its name as Boot reads it, with a dot for each underscore
     */
    boolean isMisspeltVariable(ConfigurationPropertyName variable) {
        int slips = distance(variable, nearest(variable));
        return slips > 0 && slips <= SLIPS;
    }

    /** Returns the known name that differs least. */
    ConfigurationPropertyName nearest(ConfigurationPropertyName name) {
        return Collections.min(names, Comparator.comparingInt(known -> distance(name, known)));
    }

    /** Returns how many letters to insert, remove or replace (Levenshtein); separators do not count. */
    private static int distance(ConfigurationPropertyName one, ConfigurationPropertyName other) {
        String from = letters(one);
        String to = letters(other);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }

    private static String letters(ConfigurationPropertyName name) {
        return name.toString().replaceAll("[-_.]", "");
    }
}
