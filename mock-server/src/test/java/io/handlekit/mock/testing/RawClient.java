package io.handlekit.mock.testing;

import io.handlekit.mock.MockOpenprovider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client without any knowledge of the service: it sends what the test says, and returns what comes back. */
public final class RawClient {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    public RawClient(MockOpenprovider mock) {
        this(mock.baseUri());
    }

    public RawClient(URI base) {
        this.base = base;
    }

    /** An answer: HTTP status, headers and JSON. */
    public record Answer(int status, HttpHeaders headers, JsonNode json) {
        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        /** Returns what the mock reports as ignored. */
        public Optional<String> ignored() {
            return header("Handlekit-Ignored");
        }

        public int code() {
            return json.path("code").intValue();
        }

        public JsonNode data() {
            return json.path("data");
        }
    }

    /** Returns the JSON at a path outside of the API, without a token. */
    public JsonNode at(String path) {
        return exchange(HttpRequest.newBuilder(base.resolve(path)).build()).json();
    }

    public Answer head(String path) {
        return at("HEAD", path);
    }

    public Answer at(String method, String path) {
        return exchange(HttpRequest.newBuilder(base.resolve(path))
                .method(method, BodyPublishers.noBody())
                .build());
    }

    /** Calls the control API, without a token. */
    public Answer control(String method, String path, String body) {
        return exchange(HttpRequest.newBuilder(base.resolve("/_handlekit" + path))
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    public Answer send(String method, String path, String body) {
        return send(method, path, BodyPublishers.ofString(body), "Bearer any");
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), "Bearer any");
    }

    public Answer send(String method, String path, HttpRequest.BodyPublisher body, String authorization) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return exchange(request.build());
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), MAPPER.readTree(response.body()));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
