package io.handlekit.conformance.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The packages of the project, or of another root package that has the same shape.
 *
 * @param root the package above all others
 * @param exported the internal packages of the client that its module exports, by the artifact that they are exported to
 */
record Rooms(String root, Map<String, Set<String>> exported) {
    private static final String INTERNAL = "internal";

    /** The artifacts by their first package. The one that stands within another comes first. */
    private static final List<String> ARTIFACTS =
            List.of(".customers", ".http.vertx", ".http", ".spring", ".mock", ".conformance");

    String core() {
        return root + ".customers..";
    }

    String[] adapters() {
        return new String[] {root + ".http..", root + ".spring.."};
    }

    String vertx() {
        return root + ".http.vertx..";
    }

    String mock() {
        return root + ".mock..";
    }

    /** Returns the first package of the artifact that the type belongs to; empty for a type of a library. */
    String artifact(JavaClass type) {
        String name = type.getPackageName() + ".";
        return ARTIFACTS.stream()
                .map(root::concat)
                .filter(artifact -> name.startsWith(artifact + "."))
                .findFirst()
                .orElse("");
    }

    /** Returns true if the type stands in an internal package of the project. */
    boolean isInternal(JavaClass type) {
        return !artifact(type).isEmpty() && isInternal(type.getPackageName());
    }

    static boolean isInternal(String packageName) {
        return List.of(packageName.split("\\.")).contains(INTERNAL);
    }

    /** Returns true if the user may use the internal type: within the artifact, or where its module exports it to. */
    boolean mayUse(JavaClass user, JavaClass internal) {
        if (artifact(user).equals(artifact(internal))) {
            return true;
        }
        return exported.getOrDefault(artifact(user), Set.of()).contains(internal.getPackageName());
    }
}
