package io.handlekit.conformance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Tests that the goldens match the document. */
class OpenApiGoldensTest {
    private static final int NOT_AN_ANSWER = 0;
    private static final byte[] NO_BODY = {};

    private static final List<Golden> ALL = List.of(
            new Golden("create-request.json", "POST", "/customers", NOT_AN_ANSWER),
            new Golden("create-reply.json", "POST", "/customers", 200),
            new Golden("get-reply.json", "GET", "/customers/AL900001-NL?with_additional_data=true", 200),
            new Golden("list-reply.json", "GET", Goldens.LIST_PATH, 200),
            new Golden("delete-reply.json", "DELETE", "/customers/AL900001-NL", 200),
            new Golden("update-request.json", "PUT", "/customers/XX123456-XX", NOT_AN_ANSWER),
            new Golden("update-reply.json", "PUT", "/customers/XX123456-XX", 200));

    @ParameterizedTest
    @FieldSource("ALL")
    void the_golden_matches_the_document(Golden golden) {
        assertThat(golden.violations(OpenApi.ofTheMock())).isEmpty();
    }

    @Test
    void every_golden_is_checked() throws IOException, URISyntaxException {
        URL folder = OpenApiGoldensTest.class.getResource("/golden");
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("recorded-")))
                    .containsExactlyInAnyOrderElementsOf(
                            ALL.stream().map(Golden::name).toList());
        }
    }

    /**
     * A golden and its place in an exchange.
     *
     * @param name the file
     * @param method the method of the request
     * @param path the path of the request below the base URL
     * @param status the HTTP status of a reply, or {@link #NOT_AN_ANSWER}
     */
    record Golden(String name, String method, String path, int status) {
        private List<String> violations(OpenApi api) {
            byte[] body = status == NOT_AN_ANSWER ? Goldens.bytes(name) : NO_BODY;
            URI uri = URI.create("http://mock.example/v1" + path);
            HttpCall call = new HttpCall(method, uri, Map.of(), body);
            return status == NOT_AN_ANSWER
                    ? api.inRequest(call)
                    : api.inAnswer(call, new HttpReply(status, "application/json", Goldens.bytes(name)));
        }
    }
}
