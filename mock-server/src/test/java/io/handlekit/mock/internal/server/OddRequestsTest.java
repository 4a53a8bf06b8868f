package io.handlekit.mock.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.Customer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.internal.wire.Body;
import io.handlekit.mock.internal.wire.CustomerReader;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import io.handlekit.mock.testing.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Odd requests: each gets an answer within a second, in an envelope unless its HTTP is malformed, and changes no customer.
 */
class OddRequestsTest {
    private static final int REQUESTS = Integer.getInteger("handlekit.odd.requests", 2_000);
    private static final long SEED = Long.getLong("handlekit.odd.seed", 20_261_121L);
    private static final long ONE_SECOND = 1_000_000_000L;
    private static final int TRIES_OF_A_SLOW_ONE = 3;

    /** The journal's bound, and the customers, tags and verifications that are created on the way. */
    private static final long MEMORY_TO_SPARE = 192L * 1024 * 1024;

    private static final int CUSTOMERS = 10_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private MockOpenprovider mock;
    private RawSocket socket;

    @BeforeEach
    void start() throws IOException {
        mock = MockOpenprovider.start(MockOptions.defaults().documentationCustomer(true));
        socket = new RawSocket(mock.baseUri());
        createMany();
    }

    /** Creates enough customers for a slow search to show. */
    private void createMany() {
        NewCustomer draft = CustomerReader.create(Body.parse(ApiTest.ADA.getBytes(StandardCharsets.UTF_8)), null);
        for (int i = 0; i < CUSTOMERS; i++) {
            mock.customers().create(draft);
        }
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        mock.close();
    }

    @Test
    @Proves({"input.not-http", "input.malformed", "input.type"})
    void odd_requests_are_answered_in_time_and_change_neither_customers_nor_memory() throws IOException {
        Customer before = mock.stored(MockOpenprovider.DOCUMENTATION_HANDLE).orElseThrow();
        OddRequests requests = new OddRequests(SEED);
        long memory = used();

        for (int i = 0; i < REQUESTS; i++) {
            check(requests.next());
            if (i % 100 == 0) {
                assertThat(mock.stored(MockOpenprovider.DOCUMENTATION_HANDLE)).contains(before);
            }
        }

        assertThat(mock.stored(MockOpenprovider.DOCUMENTATION_HANDLE)).contains(before);
        assertThat(used() - memory).isLessThan(MEMORY_TO_SPARE);
        assertThat(statuses.keySet()).contains(200, 400, 401, 404, 405, 413);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Checks the answer to a request. A slow one is repeated before it counts, because a machine may pause. */
    private void check(byte[] request) throws IOException {
        for (int attempt = 1; ; attempt++) {
            long start = System.nanoTime();
            RawSocket.Answer answer = exchange(request);
            boolean inTime = System.nanoTime() - start < ONE_SECOND;
            assertThat(inTime || attempt < TRIES_OF_A_SLOW_ONE)
                    .as(() -> "slow: " + shown(request))
                    .isTrue();
            if (inTime) {
                check(answer, request);
                return;
            }
        }
    }

    /** Sends a request, on a new connection if the used one was closed. */
    private RawSocket.Answer exchange(byte[] request) throws IOException {
        try {
            return exchangeOnce(request);
        } catch (IOException closed) {
            connect();
        }
        try {
            return exchangeOnce(request);
        } catch (IOException noAnswer) {
            throw new AssertionError("no answer to " + shown(request), noAnswer);
        }
    }

    private RawSocket.Answer exchangeOnce(byte[] request) throws IOException {
        RawSocket.Answer answer = socket.exchange(request);
        if (answer.isLast()) {
            connect();
        }
        return answer;
    }

    private void connect() throws IOException {
        socket.close();
        socket = new RawSocket(mock.baseUri());
    }

    private void check(RawSocket.Answer answer, byte[] request) {
        statuses.merge(answer.status(), 1, Integer::sum);
        assertThat(answer.toString())
                .as(() -> shown(request))
                .doesNotContain("Exception", "\tat ", "io.javalin", "org.eclipse", "Set-Cookie");
        if (!answer.isJson()) {
            assertThat(answer.status()).as(() -> shown(request) + "\n" + answer).isBetween(400, 499);
        } else if (!isAboutTheMock(answer)) {
            checkEnvelope(answer, request);
        }
    }

    private static boolean isAboutTheMock(RawSocket.Answer answer) {
        JsonNode json = tree(answer);
        return json.has("counts") || json.has("openapi");
    }

    private static void checkEnvelope(RawSocket.Answer answer, byte[] request) {
        JsonNode envelope = tree(answer);
        assertThat(envelope.path("code").isInt())
                .as(() -> shown(request) + "\n" + answer)
                .isTrue();
        assertThat(envelope.path("desc").isString()).isTrue();
        assertThat(envelope.path("code").intValue()).as(() -> shown(request)).isNotEqualTo(900_500);
        assertThat(envelope.path("code").intValue() == 0)
                .as(() -> shown(request))
                .isEqualTo(answer.status() == 200);
    }

    private static JsonNode tree(RawSocket.Answer answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (JacksonException notJson) {
            return MAPPER.missingNode();
        }
    }

    private static String shown(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return "seed " + SEED + ": " + text.substring(0, Math.min(1_500, text.length()));
    }

    @Test
    @Proves("input.not-http")
    void malformed_http_gets_a_4xx_without_an_envelope() throws IOException {
        for (String request : List.of(
                "nonsense\r\n\r\n",
                "GET /v1/customers/%zz HTTP/1.1\r\nHost: mock\r\n\r\n",
                "GET /v1/customers HTTP/1.1\r\n\r\n",
                "GET /v1/customers HTTP/1.1\r\nHost: mock\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
                "POST /v1/customers HTTP/1.1\r\nHost: mock\r\nContent-Length: x\r\n\r\n")) {
            connect();
            RawSocket.Answer answer = socket.exchange(request.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(answer.status()).as(request).isBetween(400, 499);
            assertThat(answer.toString()).doesNotContain("Exception", "\tat ");
        }
    }
}
