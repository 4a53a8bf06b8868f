package io.handlekit.conformance.openapi;

import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A mock with the documentation's customer and a file for its snapshot, and a transport to it. */
final class Walk implements AutoCloseable {
    private static final byte[] NO_BODY = {};

    private final OpenApi api = OpenApi.ofTheMock();
    private final Path snapshot;
    private final MockOpenprovider mock;
    private final HttpTransport transport = new JdkTransport();

    Walk() {
        this(Behaviour.defaults());
    }

    Walk(Behaviour behaviour) {
        try {
            snapshot = Files.createTempFile("walk", ".jsonl");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        mock = MockOpenprovider.start(MockOptions.defaults()
                .documentationCustomer(true)
                .behaviour(behaviour)
                .snapshot(snapshot));
    }

    HttpCall call(String method, String path, Map<String, String> headers) {
        HttpCall bare = new HttpCall(method, mock.baseUri().resolve(path), headers, NO_BODY);
        byte[] body = api.operation(bare).map(this::example).orElse(NO_BODY);
        return new HttpCall(method, bare.uri(), headers, body);
    }

    private byte[] example(OpenApiOperation operation) {
        JsonNode content = operation.node().at("/requestBody/content");
        if (content.has("application/x-ndjson")) {
            return content.path("application/x-ndjson")
                    .path("example")
                    .stringValue()
                    .getBytes(StandardCharsets.UTF_8);
        }
        JsonNode example = content.at("/application~1json/example");
        return example.isMissingNode() ? NO_BODY : example.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a path with the examples of all parameters. */
    String examplePath(OpenApiOperation operation) {
        Map<String, JsonNode> examples = new OpenApiParameters(api.schemas(), operation).examples();
        StringBuilder path = new StringBuilder(operation.servers().get(0) + operation.template() + "?");
        examples.forEach((name, example) -> {
            String variable = "{" + name + "}";
            int at = path.indexOf(variable);
            if (at >= 0) {
                path.replace(at, at + variable.length(), example.asString());
            } else {
                (example.isArray() ? example.valueStream() : Stream.of(example))
                        .forEach(value -> path.append(name)
                                .append('=')
                                .append(URLEncoder.encode(value.asString(), StandardCharsets.UTF_8))
                                .append('&'));
            }
        });
        return path.substring(0, path.length() - 1);
    }

    /** Returns a path with a handle, and with the only required parameter. */
    String anyPath(OpenApiOperation operation) {
        String path = operation.servers().get(0) + operation.template().replace("{handle}", "XX123456-XX");
        return path.contains("additional-data") ? path + "?domain.extension=us" : path;
    }

    HttpReply send(HttpCall call) {
        return transport.send(call).toCompletableFuture().join();
    }

    @Override
    public void close() {
        transport.close();
        mock.close();
        snapshot.toFile().delete();
    }
}
