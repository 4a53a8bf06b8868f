package io.handlekit.conformance.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the comparison with the document finds planted faults and names their place. */
class OpenApiPlantedFaultsTest {
    private static final String GET = "GET";
    private static final String HANDLE = "/customers/AL900001-NL";
    private static final String NOTHING = "";

    private final OpenApi api = OpenApi.ofTheMock();
    private final String reply = new String(Goldens.bytes("get-reply.json"), UTF_8);
    private final String request = new String(Goldens.bytes("create-request.json"), UTF_8);

    private List<String> inAnswer(int status, String body) {
        return api.inAnswer(
                call(GET, HANDLE, NOTHING), new HttpReply(status, "application/json", body.getBytes(UTF_8)));
    }

    private List<String> inRequest(String method, String path, String body) {
        return api.inRequest(call(method, path, body));
    }

    private static HttpCall call(String method, String path, String body) {
        return new HttpCall(method, URI.create("http://mock.example/v1" + path), Map.of(), body.getBytes(UTF_8));
    }

    @Test
    void a_correct_exchange_has_no_violations() {
        assertThat(inAnswer(200, reply)).isEmpty();
        assertThat(inRequest("POST", "/customers", request)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"zipcode\"|\"zip_code\"|/data/address",
                "\"is_deleted\": false|\"is_deleted\": \"no\"|/data/is_deleted",
                "\"id\": 1,|\"number\": 1,|/data",
                "\"vat\": \"NL123456789B01\"|\"vat\": null|/data/vat",
                "\"code\": 0|\"code\": 0.5|/code",
                "\"desc\": \"\"|\"desc\": \"fine\"|/desc",
                "\"data\": {|\"extra\": true, \"data\": {|: ",
                "\"additional birth_city\"|7|/data/additional_data/birth_city",
            })
    void a_fault_in_a_reply_is_found(String from, String to, String where) {
        String spoilt = reply.replaceFirst(Pattern.quote(from), to);

        assertThat(spoilt).isNotEqualTo(reply);
        assertThat(inAnswer(200, spoilt))
                .isNotEmpty()
                .anyMatch(line -> line.startsWith("GET /customers/{handle} HTTP 200 body" + where));
    }

    @Test
    void a_status_that_is_not_described_is_found() {
        assertThat(inAnswer(201, reply)).containsExactly("GET /customers/{handle} HTTP 201 is not described");
    }

    @Test
    void a_reply_that_belongs_to_another_status_is_found() {
        assertThat(inAnswer(500, reply)).isNotEmpty();
        assertThat(inAnswer(413, "{\"desc\":\"\",\"code\":193}")).isNotEmpty();
        assertThat(inAnswer(200, "{\"desc\":\"\",\"code\":193}")).isEmpty();
        assertThat(inAnswer(400, "{\"desc\":\"\",\"code\":193}")).isEmpty();
    }

    @Test
    void a_reply_that_is_not_JSON_is_found() {
        assertThat(inAnswer(200, "<html>")).hasSize(1);
        assertThat(inAnswer(200, NOTHING)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/customers/AL900001-NL?with_aditional_data=true,query with_aditional_data: no such parameter",
        "GET,/customers?limit=many,query limit",
        "GET,/customers?limit=1001,query limit",
        "GET,/customers?limit=1&limit=2,query limit",
        "GET,/customers?columns=handle&columns=first_name,query columns",
        "GET,/domains/additional-data/customers?domain.name=example,query domain.extension: missing, but required",
        "GET,/customers/,path handle",
        "GET,/customers/a/b,no such operation",
        "POST,/customers/AL900001-NL,no such operation",
    })
    void a_fault_in_a_path_or_query_is_found(String method, String path, String what) {
        assertThat(inRequest(method, path, NOTHING)).singleElement().asString().contains(what);
    }

    @Test
    void a_fault_in_a_request_body_is_found() {
        assertThat(inRequest("POST", "/customers", request.replace("\"email\"", "\"emial\"")))
                .hasSize(2);
        assertThat(inRequest("POST", "/customers", NOTHING)).hasSize(1);
        assertThat(inRequest(GET, HANDLE, request)).hasSize(1);
    }
}
