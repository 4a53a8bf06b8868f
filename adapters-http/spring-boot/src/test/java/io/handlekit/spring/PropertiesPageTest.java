package io.handlekit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.policy.CreateOnce;
import io.handlekit.http.HttpCustomers;
import io.handlekit.spring.testing.Starter;
import io.handlekit.spring.testing.StubService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests that docs/spring-boot.md has the properties as the metadata for editors has them. */
class PropertiesPageTest {
    private static final Path PAGE = Path.of("../../docs/spring-boot.md");
    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

    @Test
    void the_page_has_each_property_with_its_default_and_description() throws IOException {
        String rows = metadata()
                .get("properties")
                .valueStream()
                .map(PropertiesPageTest::row)
                .collect(Collectors.joining("\n"));

        assertThat(rows.lines()).hasSizeGreaterThan(10);
        assertThat(Files.readString(PAGE).lines().filter(line -> line.startsWith("| `openprovider.")))
                .containsExactlyElementsOf(rows.lines().toList());
    }

    private static JsonNode metadata() throws IOException {
        try (InputStream json = PropertiesPageTest.class.getResourceAsStream(METADATA)) {
            return JsonMapper.shared().readTree(json);
        }
    }

    private static String row(JsonNode property) {
        String value = property.path("defaultValue").asString("");
        return "| `" + property.get("name").asString() + "` | " + (value.isEmpty() ? "" : "`" + value + "`") + " | "
                + property.get("description").asString() + " |";
    }

    @Test
    void the_defaults_are_those_of_the_client() {
        Starter.application(StubService.silent()).run(context -> {
            OpenproviderProperties properties = context.getBean(OpenproviderProperties.class);

            assertThat(properties.deadline()).isEqualTo(HttpCustomers.DEFAULT_DEADLINE);
            assertThat(properties.readRetries()).isEqualTo(HttpCustomers.DEFAULT_READ_RETRIES);
            assertThat(properties.createOnce().marker()).isEqualTo(CreateOnce.DEFAULT_MARKER);
            assertThat(properties.createOnce().settleTime()).isEqualTo(CreateOnce.DEFAULT_SETTLE_TIME);
        });
    }
}
