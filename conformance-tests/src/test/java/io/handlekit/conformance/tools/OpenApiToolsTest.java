package io.handlekit.conformance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests that public tools take the mock's document. They run in processes of their own, in one class, because the tools are
 * installed and the clients generated once for all tests.
 */
class OpenApiToolsTest {
    private static final Path FOLDER = Path.of("target/openapi").toAbsolutePath();
    private static final Path DOCUMENT = FOLDER.resolve("openapi.json");
    private static final String STEPS = """
            created AL900001-NL
            changed true
            read Ada Lovelace Amsterdam 5551234 NL123456789B01 VIP
            listed 1 AL900001-NL Amsterdam 5551234
            deleted true
            refused 400 {"desc":"Handle is not recognized by the Openprovider system","code":193}
            """;

    private static Command generated;

    @BeforeAll
    static void generate() throws IOException {
        Assumptions.assumeTrue(Files.exists(ClientGenerator.JAR), "the build copies the generator; see pom.xml");
        Files.createDirectories(FOLDER);
        try (InputStream in = MockOpenprovider.class.getResourceAsStream("/io/handlekit/mock/openapi.json")) {
            Files.write(DOCUMENT, Objects.requireNonNull(in).readAllBytes());
        }
        generated = ClientGenerator.run(DOCUMENT, FOLDER);
    }

    @Test
    void Spectral_finds_nothing_in_the_document_and_something_in_a_planted_one() {
        Npm npm = Npm.installed(FOLDER.resolve("npm"));

        Command lint = npm.run(
                "spectral",
                "lint",
                "--ruleset",
                "ruleset.json",
                "--format",
                "text",
                DOCUMENT.toString(),
                "planted.json");

        assertThat(lint.exitCode()).as(lint.output()).isEqualTo(1);
        assertThat(lint.output()).contains("planted.json").doesNotContain(DOCUMENT.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "java,src/main/java/generated/api/CustomersApi.java",
        "typescript-fetch,apis/CustomersApi.ts",
        "go,api_customers.go",
        "php,lib/Api/CustomersApi.php",
        "python,openapi_client/api/customers_api.py"
    })
    void a_client_is_generated_without_an_error(String language, String file) {
        assertThat(generated.succeeded()).doesNotContain(" ERROR ");
        assertThat(FOLDER.resolve(language).resolve(file)).exists();
    }

    /** Generators name a body themselves if the document does not, such as InlineObject or Login200Response. */
    @Test
    void no_generated_type_has_an_invented_name() throws IOException {
        try (Stream<Path> models = Files.list(FOLDER.resolve("java/src/main/java/generated/model"))) {
            assertThat(models.map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .noneMatch(name ->
                            name.matches("(?i).*(inline|[0-9]+response|_?allof|anyof|oneof|inner).*|.*[0-9]\\.java"));
        }
    }

    @Test
    void the_generated_Java_client_compiles_and_calls_every_operation_of_a_customer() throws Exception {
        JavaProgram program = JavaProgram.compiled(FOLDER);

        try (MockOpenprovider mock = mockWithTokens()) {
            assertThat(program.run(mock.baseUri().toString()).succeeded()).isEqualTo(STEPS);
        }
    }

    @Test
    void the_generated_TypeScript_client_compiles_and_calls_every_operation_of_a_customer() throws IOException {
        Npm npm = Npm.installed(FOLDER.resolve("npm"));
        Path client = npm.folder().resolve("client");
        if (!Files.exists(client)) {
            Files.createSymbolicLink(client, FOLDER.resolve("typescript-fetch"));
        }
        npm.run("tsc", "--project", "tsconfig.json", "--preserveSymlinks").succeeded();

        try (MockOpenprovider mock = mockWithTokens()) {
            assertThat(npm.node("out/use.js", mock.baseUri().toString()).succeeded())
                    .isEqualTo(STEPS);
        }
    }

    private static MockOpenprovider mockWithTokens() {
        return MockOpenprovider.start(
                MockOptions.defaults().behaviour(Behaviour.defaults().with(Switch.Token.ISSUED)));
    }
}
