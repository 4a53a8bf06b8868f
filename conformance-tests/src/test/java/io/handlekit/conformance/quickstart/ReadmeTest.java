package io.handlekit.conformance.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.mock.MockOpenprovider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path CONSUMER =
            Path.of("src/test/resources/it/consumer/src/test/java/example/MyCustomersTest.java");
    private static final Path QUICKSTART = Path.of("src/test/java/io/handlekit/conformance/quickstart/Quickstart.java");

    @Test
    void the_java_example_of_the_readme_is_compiled() throws IOException {
        String source = Files.readString(QUICKSTART);
        String example = between(source, "// tag::readme[]\n", "        // end::readme[]")
                .stripTrailing()
                .stripIndent();

        assertThat(between(Files.readString(ROOT.resolve("README.md")), "```java\n", "\n```"))
                .isEqualTo(example);
    }

    @Test
    void the_ten_lines_of_the_readme_are_those_of_the_consumer_project() throws IOException {
        String consumer = Files.readString(CONSUMER);

        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains("```\n" + between(consumer, "// tag::readme[]\n", "// end::readme[]") + "```\n");
    }

    @Test
    void the_java_example_works_and_its_json_can_be_watched_without_secrets() {
        List<String> printed = new ArrayList<>();
        try (MockOpenprovider mock = MockOpenprovider.start();
                HttpTransport transport = new JdkTransport()) {
            CustomerHandle handle = Quickstart.run(
                    BaseUrl.of(mock.baseUri()),
                    Credentials.login("any", "s3cret"),
                    new PrintingTransport(transport, printed::add));

            assertThat(handle).isEqualTo(new CustomerHandle("AL900001-GB"));
            assertThat(mock.stored(handle)).map(customer -> customer.email()).contains("ada@example.org");
        }
        assertThat(String.join("\n", printed))
                .contains("POST http://127.0.0.1:", "PUT http://127.0.0.1:", "GET http://127.0.0.1:", "Lovelace")
                .doesNotContain("s3cret", "token");
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
