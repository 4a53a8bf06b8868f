package io.handlekit.conformance.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.mock.MockOpenprovider;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the document and the mock agree on which requests are valid. */
class OpenApiRefusalsTest {
    private static final JdkTransport TRANSPORT = new JdkTransport();

    private final OpenApi api = OpenApi.ofTheMock();
    private final MockOpenprovider mock = MockOpenprovider.start();

    @AfterEach
    void stop() {
        mock.close();
    }

    @AfterAll
    static void close() {
        TRANSPORT.close();
    }

    private HttpCall call(String request, String body) {
        String[] parts = request.split(" ", 2);
        return new HttpCall(
                parts[0],
                mock.baseUri().resolve(parts[1]),
                Map.of("Authorization", "Bearer any"),
                body == null ? new byte[0] : body.getBytes(UTF_8));
    }

    private static HttpReply send(HttpCall call) {
        return TRANSPORT.send(call).toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `GET /v1/customers?reseller_id=-1` |
            `GET /v1/customers?reseller_id=2147483648` |
            `GET /v1/customers?offset=-1` |
            `GET /v1/customers?offset=2147483648` |
            `GET /v1/customers?with_additional_data=yes` |
            `GET /v1/customers/verifications/emails/domains?domain_id=-1` |
            `GET /_handlekit/journal?method=get` |
            `GET /_handlekit/journal?path=customers` |
            `GET /_handlekit/journal?path=/v1/customers` |
            `GET /_handlekit/journal?path=/**/tags` |
            `POST /_handlekit/customers/search` | `{"email_pattern":5}`
            `POST /_handlekit/customers/search` | `{"limit":"10"}`
            `POST /_handlekit/customers/search` | `{"limit":-1}`
            `POST /_handlekit/customers/search` | `{"offset":1.5}`
            `POST /_handlekit/customers/search` | `{"order":"up"}`
            `POST /_handlekit/customers/search` | `{"order_by":"shoe_size"}`
            `POST /_handlekit/customers/search` | `{"with_additional_data":"yes"}`
            `POST /_handlekit/customers/search` | `{"type":"robot"}`
            `POST /_handlekit/customers/search` | `{"filter":"Ada"}`
            `POST /_handlekit/clock`    | `{"forward":"two days"}`
            `POST /_handlekit/clock`    | `{"forward":"-PT1H"}`
            `POST /_handlekit/clock`    | `{"forward":"P1Y"}`
            `POST /_handlekit/clock`    | `{"forward":"P"}`
            `POST /_handlekit/clock`    | `{"forward":"PT"}`
            `POST /_handlekit/clock`    | `{"forward":"P36501D"}`
            `POST /_handlekit/verify`   | `{"path":"customers"}`
            `POST /_handlekit/verify`   | `{"path":"/v1beta/customers"}`
            `POST /_handlekit/verify`   | `{"path":"/a**"}`
            `POST /_handlekit/verify`   | `{"method":"post"}`
            `POST /_handlekit/verify`   | `{"count":1,"at_least":1}`
            `POST /_handlekit/verify`   | `{"count":1,"at_most":1}`
            `POST /_handlekit/verify`   | `{"count":-1}`
            `POST /_handlekit/verify`   | `{"json":{"name":"Ada"}}`
            `PATCH /_handlekit/switches`| `{"account":"ada"}`
            `PATCH /_handlekit/switches`| `{"account":":secret"}`
            `PATCH /_handlekit/switches`| `{"account":"ada:"}`
            `PATCH /_handlekit/switches`| `{"numbering-start":0}`
            `PATCH /_handlekit/switches`| `{"numbering-start":1000000}`
            `POST /_handlekit/faults`   | `[{"fault":"delay"}]`
            `POST /_handlekit/faults`   | `[{"fault":"vendor-error"}]`
            `POST /_handlekit/faults`   | `[{"fault":"status","code":196}]`
            `POST /_handlekit/faults`   | `[{"fault":"html-page","status":200}]`
            `POST /_handlekit/faults`   | `[{"fault":"html-page"}]`
            `POST /_handlekit/faults`   | `[{"fault":"reset","status":500}]`
            `POST /_handlekit/faults`   | `[{"fault":"reset","code":196}]`
            `POST /_handlekit/faults`   | `[{"fault":"reset","by":1}]`
            `POST /_handlekit/faults`   | `[{"fault":"reset","pause_ms":1}]`
            `POST /_handlekit/faults`   | `[{"fault":"drip","from_ms":1,"pause_ms":1}]`
            `POST /_handlekit/faults`   | `[{"fault":"status","status":500,"to_ms":1}]`
            `POST /_handlekit/faults`   | `[{"fault":"drip"}]`
            `POST /_handlekit/faults`   | `[{"fault":"wrong-length"}]`
            `POST /_handlekit/faults`   | `[{"fault":"twice","after_effect":false}]`
            `POST /_handlekit/faults`   | `[{"fault":"truncated","after_effect":false}]`
            `POST /_handlekit/faults`   | `[{"fault":"expired-token","after_effect":true}]`
            `POST /_handlekit/faults`   | `[{"fault":"reset","nth":1,"every":2}]`
            `POST /_handlekit/faults`   | `[{"fault":"reset","every":2,"fraction":0.5}]`
            `POST /_handlekit/faults`   | `[{"fault":"reset","nth":1,"fraction":0.5}]`
            `POST /_handlekit/faults`   | `[{"fault":"reset","path":""}]`
            `POST /_handlekit/faults`   | `[{"fault":"reset","path":"/v1/customers"}]`
            `PUT /_handlekit/faults?profile=none` |
            """)
    void what_the_mock_refuses_the_document_does_not_allow(String request, String body) {
        HttpCall call = call(request, body);
        HttpReply reply = send(call);

        assertThat(reply.status()).as(new String(reply.body(), UTF_8)).isEqualTo(400);
        assertThat(api.inAnswer(call, reply)).isEmpty();
        assertThat(api.inRequest(call)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `GET /v1/customers?reseller_id=0&offset=2147483647` |
            `GET /_handlekit/journal?method=PROPFIND&path=/customers/**` |
            `GET /_handlekit/journal?method=*&path=/v1betas/*` |
            `POST /_handlekit/clock`    | `{"forward":"P9999DT99999H"}`
            `POST /_handlekit/clock`    | `{"forward":"PT1M"}`
            `POST /_handlekit/clock`    | `{"forward":"P1DT5S"}`
            `POST /_handlekit/clock`    | `{"forward":"PT99999H9999999M999999999S"}`
            `POST /_handlekit/verify`   | `{}`
            `POST /_handlekit/verify`   | `{"method":"*","path":"/**","at_least":0,"at_most":2}`
            `POST /_handlekit/verify`   | `{"path":"/*/verifications/**","count":0}`
            `POST /_handlekit/verify`   | `{"json":{"$.tags[0]['a name'].value":null,"$[\\"it's\\"]":1}}`
            `PATCH /_handlekit/switches`| `{"account":"ada:se:cret","numbering-start":999999}`
            `POST /_handlekit/faults`   | `[{"fault":"delay","from_ms":1},{"fault":"delay","from_ms":1,"to_ms":2}]`
            `POST /_handlekit/faults`   | `[{"fault":"vendor-error","code":193,"after_effect":true}]`
            `POST /_handlekit/faults`   | `[{"fault":"status","status":401,"code":196,"nth":3}]`
            `POST /_handlekit/faults`   | `[{"fault":"status","status":204},{"fault":"html-page","status":502}]`
            `POST /_handlekit/faults`   | `[{"fault":"silence","path":"/**","fraction":1,"seed":-9223372036854775808}]`
            `POST /_handlekit/faults`   | `[{"fault":"wrong-length","by":-1},{"fault":"drip","pause_ms":0}]`
            `POST /_handlekit/faults`   | `[{"fault":"twice"},{"fault":"truncated","after_effect":true}]`
            `POST /_handlekit/faults`   | `[{"fault":"expired-token","after_effect":false}]`
            `PUT /_handlekit/faults?profile=slow&seed=7` |
            """)
    void what_the_document_allows_the_mock_takes(String request, String body) {
        HttpCall call = call(request, body);
        HttpReply reply = send(call);

        assertThat(api.violations(call, reply)).isEmpty();
        assertThat(reply.status()).as(new String(reply.body(), UTF_8)).isEqualTo(200);
    }
}
