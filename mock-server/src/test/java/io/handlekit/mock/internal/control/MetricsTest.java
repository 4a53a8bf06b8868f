package io.handlekit.mock.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The metrics as a Prometheus server reads them. */
class MetricsTest extends ApiTest {
    private RawSocket.Answer scrape() throws IOException {
        try (RawSocket socket = new RawSocket(mock.baseUri())) {
            return socket.exchange(
                    "GET /_handlekit/metrics HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private List<String> samples() throws IOException {
        return scrape().body().lines().toList();
    }

    @Test
    void requests_are_counted_by_method_route_and_status_and_never_by_text_of_a_client() throws IOException {
        createAda();
        createAda();
        client.get(AL);
        client.get("/customers/ZZ999999-ZZ");
        client.get("/nobody@example.com");
        client.send("PUT", "/customers", "");
        client.control("GET", "/journal", "");
        client.control("GET", "", "");
        client.control("POST", "/journal", "");
        client.head("/openapi.json");

        assertThat(samples())
                .contains(
                        "handlekit_mock_requests_total{method=\"POST\",route=\"/v1/customers\",status=\"200\"} 2",
                        "handlekit_mock_requests_total{method=\"GET\",route=\"/v1/customers/{handle}\",status=\"200\"} 1",
                        "handlekit_mock_requests_total{method=\"GET\",route=\"/v1/customers/{handle}\",status=\"400\"} 1",
                        "handlekit_mock_requests_total{method=\"any\",route=\"none\",status=\"404\"} 1",
                        "handlekit_mock_requests_total{method=\"any\",route=\"none\",status=\"405\"} 1",
                        "handlekit_mock_customers 2",
                        "handlekit_mock_journal_exchanges 6",
                        "handlekit_mock_journal_dropped 0");
        assertThat(scrape().body()).doesNotContain("nobody", "ZZ9", "journal\"");
    }

    @Test
    void the_answer_is_in_the_prometheus_text_format() throws IOException {
        createAda();
        RawSocket.Answer answer = scrape();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).containsIgnoringCase("Content-Type: text/plain; version=0.0.4");
        assertThat(answer.body()).endsWith("\n");
        String type = "";
        for (String line : answer.body().lines().toList()) {
            if (line.startsWith("# TYPE ")) {
                type = line.split(" ", 4)[2];
            } else if (!line.startsWith("# HELP ")) {
                assertThat(line).matches("[a-z_]+(\\{[a-z]+=\"[^\"\\\\]*\"(,[a-z]+=\"[^\"\\\\]*\")*})? [0-9.E-]+");
                assertThat(line).startsWith(type);
            }
        }
    }

    @Test
    void request_durations_are_summed_and_counted() throws IOException {
        createAda();

        String labels = "{method=\"POST\",route=\"/v1/customers\",status=\"200\"} ";
        assertThat(samples()).contains("handlekit_mock_request_duration_seconds_count" + labels + "1");
        String sum = samples().stream()
                .filter(line -> line.startsWith("handlekit_mock_request_duration_seconds_sum" + labels))
                .findAny()
                .orElseThrow();
        assertThat(Double.parseDouble(sum.substring(sum.lastIndexOf(' ')))).isPositive();
    }

    @Test
    void a_reset_keeps_counters_and_resets_gauges() throws IOException {
        createAda();
        mock.reset();

        assertThat(samples())
                .contains(
                        "handlekit_mock_requests_total{method=\"POST\",route=\"/v1/customers\",status=\"200\"} 1",
                        "handlekit_mock_customers 0",
                        "handlekit_mock_journal_exchanges 0");
    }
}
