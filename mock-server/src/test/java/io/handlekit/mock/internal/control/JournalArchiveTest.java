package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawSocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The journal as an HTTP archive. */
class JournalArchiveTest extends ApiTest {
    private JsonNode entries() {
        JsonNode log = client.at("/_handlekit/journal.har").path("log");
        assertThat(log.path("version").stringValue()).isEqualTo("1.2");
        return log.path("entries");
    }

    @Test
    void an_entry_has_the_request_with_its_body_and_the_answer() {
        createAda();

        JsonNode entry = entries().path(0);
        JsonNode request = entry.path("request");
        assertThat(request.path("method").stringValue()).isEqualTo("POST");
        assertThat(request.path("url").stringValue()).isEqualTo(mock.baseUri() + "/customers");
        assertThat(request.path("postData").path("text").stringValue()).isEqualTo(ADA);
        assertThat(request.path("bodySize").intValue()).isEqualTo(ADA.length());
        assertThat(entry.path("response").path("headers").toString())
                .contains("{\"name\":\"Content-Type\",\"value\":\"application/json\"}");
        assertThat(entry.path("response").path("status").intValue()).isEqualTo(200);
        assertThat(entry.path("response").path("content").path("text").stringValue())
                .contains("AL900001-GB");
        assertThat(Instant.parse(entry.path("startedDateTime").stringValue())).isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void names_and_values_of_a_query_are_without_escapes_and_a_broken_one_stays_as_sent() throws IOException {
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            socket.exchange("GET /v1/customers?email_pattern=a%40b+c&flag&odd=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(entries().path(0).path("request").path("queryString").toString())
                .isEqualTo("[{\"name\":\"email_pattern\",\"value\":\"a@b c\"},{\"name\":\"flag\",\"value\":\"\"},"
                        + "{\"name\":\"odd\",\"value\":\"%zz\"}]");
    }

    @Test
    void secrets_are_not_in_the_archive() {
        client.send("POST", "/auth/login", "{\"username\":\"someone\",\"password\":\"hunter2\"}");
        client.send("GET", "/tags", HttpRequest.BodyPublishers.noBody(), "Bearer t0ken");
        client.send("GET", "/tags", HttpRequest.BodyPublishers.noBody(), "t0ken is-not-a-scheme");

        assertThat(entries().size()).isEqualTo(3);
        assertThat(entries().toString()).contains("Bearer …").doesNotContain("hunter2", "t0ken", "is-not-a-scheme");
    }

    @Test
    void a_call_with_a_fault_says_so() {
        mock.failNext(Fault.status(503));
        client.get("/customers");

        assertThat(entries().path(0).path("comment").stringValue()).startsWith("status");
        assertThat(entries().path(0).path("response").path("status").intValue()).isEqualTo(503);
    }

    @Test
    void the_whole_journal_is_in_the_archive() {
        for (int call = 0; call < 150; call++) {
            client.get("/customers/" + call);
        }

        assertThat(entries().size()).isEqualTo(150);
        assertThat(entries().path(149).path("request").path("url").stringValue())
                .isEqualTo(mock.baseUri() + "/customers/149");
    }

    /** The members that HAR 1.2 requires, by the path of the object that has them. */
    @Test
    void every_object_has_the_members_that_har_requires_with_their_types() throws IOException {
        createAda();
        client.send("POST", "/auth/login", "{\"username\":\"someone\",\"password\":\"hunter2\"}");
        mock.failNext(Fault.status(503));
        client.get("/customers?email_pattern=a%40b");
        mock.failNext(Fault.reset());
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            byte[] call = "GET /v1/customers HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            assertThatThrownBy(() -> socket.exchange(call)).isInstanceOf(IOException.class);
        }

        JsonNode log = client.at("/_handlekit/journal.har").path("log");
        assertMembers(log, "version:STRING creator:OBJECT entries:ARRAY");
        assertMembers(log.path("creator"), "name:STRING version:STRING");
        assertThat(log.path("entries")).hasSize(4).allSatisfy(JournalArchiveTest::assertEntry);
    }

    private static void assertEntry(JsonNode entry) {
        String message = "httpVersion:STRING cookies:ARRAY headers:ARRAY headersSize:NUMBER bodySize:NUMBER ";
        assertMembers(
                entry, "startedDateTime:STRING time:NUMBER request:OBJECT response:OBJECT cache:OBJECT timings:OBJECT");
        assertMembers(entry.path("request"), message + "method:STRING url:STRING queryString:ARRAY");
        assertMembers(
                entry.path("response"), message + "status:NUMBER statusText:STRING content:OBJECT redirectURL:STRING");
        assertMembers(entry.path("response").path("content"), "size:NUMBER mimeType:STRING");
        assertMembers(entry.path("timings"), "send:NUMBER wait:NUMBER receive:NUMBER");
        JsonNode timings = entry.path("timings");
        assertThat(entry.path("time").doubleValue())
                .isEqualTo(timings.path("send").doubleValue()
                        + timings.path("wait").doubleValue()
                        + timings.path("receive").doubleValue());
        if (entry.path("request").has("postData")) {
            assertMembers(entry.path("request").path("postData"), "mimeType:STRING text:STRING");
        }
        for (String pairs : new String[] {"/request/headers", "/request/queryString", "/response/headers"}) {
            entry.at(pairs).forEach(pair -> assertMembers(pair, "name:STRING value:STRING"));
        }
        assertThat(OffsetDateTime.parse(entry.path("startedDateTime").stringValue()))
                .isNotNull();
        assertThat(URI.create(entry.path("request").path("url").stringValue()).isAbsolute())
                .isTrue();
    }

    private static void assertMembers(JsonNode object, String members) {
        for (String member : members.trim().split(" ", -1)) {
            String[] parts = member.split(":", -1);
            assertThat(object.path(parts[0]).getNodeType().name()).as(member).isEqualTo(parts[1]);
        }
    }
}
