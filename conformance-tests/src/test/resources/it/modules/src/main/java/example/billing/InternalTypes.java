package example.billing;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.util.List;

/**
 * The types of a module that stand in its internal packages.
 *
 * @param module the module
 * @param names their names
 */
record InternalTypes(Module module, List<String> names) {
    static InternalTypes of(Module module) throws IOException {
        ModuleReference reference = module.getLayer()
                .configuration()
                .findModule(module.getName())
                .orElseThrow()
                .reference();
        try (ModuleReader reader = reference.open()) {
            return new InternalTypes(
                    module,
                    reader.list()
                            .filter(entry -> entry.contains("/internal/") && entry.endsWith(".class"))
                            .filter(entry -> !entry.endsWith("package-info.class"))
                            .map(entry -> entry.substring(0, entry.length() - ".class".length())
                                    .replace('/', '.'))
                            .toList());
        }
    }

    String report() {
        long reached = names.stream().filter(this::canBeReached).count();
        return module.getName() + " has " + names.size() + " internal types, of which " + reached + " can be reached";
    }

    /** Tries to call each constructor by reflection, and to open what is not public. */
    private boolean canBeReached(String name) {
        for (Constructor<?> constructor : load(name).getDeclaredConstructors()) {
            try {
                constructor.setAccessible(true);
                return true;
            } catch (InaccessibleObjectException refused) {
                // The module does not open the package to us: as it should be.
            }
        }
        return module.isExported(load(name).getPackageName(), InternalTypes.class.getModule());
    }

    private Class<?> load(String name) {
        Class<?> type = Class.forName(module, name);
        if (type == null) {
            throw new IllegalStateException(name + " is not in " + module);
        }
        return type;
    }
}
