package io.handlekit.conformance.trial;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Property;

/** The rules of a contract, read from its class. */
public final class ContractSource {
    private ContractSource() {}

    /** Returns each rule by its id, the beginning of its name. */
    public static Map<String, Method> of(Class<?> contract) {
        Map<String, Method> rules = new TreeMap<>();
        for (Method method : contract.getMethods()) {
            if (method.isAnnotationPresent(Property.class)) {
                rules.put(method.getName().substring(0, method.getName().indexOf('_')), method);
            }
        }
        return rules;
    }
}
