package io.handlekit.conformance.material;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handlekit.conformance.golden.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The collected material about the service. It lies beside a developer's checkout and is not part of the project. A
 * test that reads a missing file is skipped and reports which file is missing.
 */
final class SharedMaterial {
    private static final Path DIRECTORY = Path.of("..", "..", "shared", "openprovider");

    private SharedMaterial() {}

    static JsonNode read(String name) throws IOException {
        Path file = DIRECTORY.resolve(name);
        assumeTrue(Files.exists(file), () -> "not compared: there is no " + name + " beside this checkout");
        return Goldens.tree(Files.readAllBytes(file));
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
