package io.handlekit.mock.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.journal.ExpectedCalls;
import io.handlekit.mock.testing.ApiTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A client that knows nothing of codes and renews its token on HTTP 401, as many clients do. */
class RenewalByStatusTest extends ApiTest {
    @Test
    void it_works_at_v1_when_its_token_has_expired() throws Exception {
        start(Switch.Token.ISSUED);
        ClientByStatus client = new ClientByStatus(mock.baseUri());

        assertThat(client.create(ADA)).isEqualTo(200);
        clock.forward(Duration.ofDays(2));
        assertThat(client.create(ADA)).isEqualTo(200);

        assertThat(mock.size()).isEqualTo(2);
        mock.verify(ExpectedCalls.of("POST", "/auth/login").times(2));
    }

    @Test
    void it_never_renews_at_v1beta_unless_a_fault_gives_it_the_401() throws Exception {
        start(Switch.Token.ISSUED);
        ClientByStatus client = new ClientByStatus(mock.baseUri(ApiVersion.V1BETA));

        assertThat(client.create(ADA)).isEqualTo(500);
        mock.failNext(Fault.status(401).code(196).on("POST", "/customers"));
        assertThat(client.create(ADA)).isEqualTo(200);
    }

    private static final class ClientByStatus {
        private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

        private final HttpClient http = HttpClient.newHttpClient();
        private final URI base;
        private String token = "none";

        ClientByStatus(URI base) {
            this.base = base;
        }

        int create(String customer) throws IOException, InterruptedException {
            HttpResponse<String> answer = post("/customers", customer);
            if (answer.statusCode() == 401) {
                Matcher login = TOKEN.matcher(post("/auth/login", "{\"username\":\"a\",\"password\":\"b\"}")
                        .body());
                assertThat(login.find()).isTrue();
                token = login.group(1);
                answer = post("/customers", customer);
            }
            return answer.statusCode();
        }

        private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Authorization", "Bearer " + token)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
