package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.NewCustomer;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.transport.TransportFailure;
import io.handlekit.http.transport.TransportFailure.Kind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The lines of the wire log: what they show, and that they never show a value. */
class WireLogTest extends ClientTest {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private BlockingCustomers logged(Credentials credentials) {
        return new BlockingCustomers(builder(HERE)
                .readRetries(0)
                .credentials(credentials)
                .wireLog(lines::add)
                .build());
    }

    private List<String> withoutTimes() {
        return lines.stream()
                .map(line -> line.replaceAll("[0-9]+ ms", "N ms").replaceAll("[0-9]+ bytes", "N bytes"))
                .toList();
    }

    @Test
    void a_request_and_its_reply_are_two_lines_with_names_lengths_status_and_code() {
        service.answer(200, FakeService.token("t0ken"))
                .answer(200, DONE)
                .answer(200, "{\"code\":0,\"data\":{\"results\":[],\"total\":12}}");
        BlockingCustomers customers = logged(Credentials.login("reseller", "pa55word"));

        customers.update(HANDLE, CHANGES);
        customers.list(CustomerQuery.all().where(CustomerQuery.Field.EMAIL, "ada@example.org"));

        assertThat(withoutTimes())
                .containsExactly(
                        "1 > POST /auth/login [Accept, Content-Type, User-Agent] N bytes"
                                + " {username:text(8),password:text}",
                        "1 < HTTP 200 code 0 N bytes"
                                + " {code:number(1),data:{token:text,reseller_id:number(1)}}, N ms",
                        "2 > PUT /customers/text(11) [Accept, Authorization, Content-Type, User-Agent] N bytes"
                                + " {handle:text(11),comments:text(7)}",
                        "2 < HTTP 200 code 0 N bytes {code:number(1),data:{success:boolean}}, N ms",
                        "3 > GET /customers?limit=text(3)&offset=text(1)&email_pattern=text(17)&with_additional_data=text(5)"
                                + " [Accept, Authorization, User-Agent]",
                        "3 < HTTP 200 code 0 N bytes" + " {code:number(1),data:{results:[],total:number(2)}}, N ms");
    }

    @Test
    void a_call_without_a_reply_ends_with_its_kind_and_the_class_of_its_cause() {
        service.answer(CompletableFuture.failedFuture(
                        new TransportFailure(Kind.EXCHANGE, new IOException("XX123456-XX"))))
                .answer(502, "<html>XX123456-XX");
        BlockingCustomers customers = logged(Credentials.token("given"));

        failure(Unavailable.class, () -> customers.delete(HANDLE));
        failure(Unavailable.class, () -> customers.delete(HANDLE));

        assertThat(withoutTimes())
                .contains("1 < EXCHANGE java.io.IOException, N ms", "2 < HTTP 502 N bytes (not JSON), N ms");
    }

    @Test
    void a_long_body_is_cut() {
        service.answer(200, "{\"code\":0,\"data\":{\"results\":[" + "1,".repeat(9_999) + "1]}}");

        failure(CustomersFailure.class, () -> logged(Credentials.token("given")).list(CustomerQuery.all()));

        assertThat(lines.get(1)).hasSizeLessThan(4_200).contains("…");
    }

    @Test
    void exceptions_from_the_log_are_ignored_and_without_a_log_there_is_none() {
        service.answer(200, DONE).answer(200, DONE);

        new BlockingCustomers(builder(HERE)
                        .wireLog(line -> {
                            throw new NoClassDefFoundError("logging is down");
                        })
                        .build())
                .update(HANDLE, CHANGES);
        withToken().update(HANDLE, CHANGES);

        assertThat(lines).isEmpty();
    }

    /** Texts of which no part can be in a line by chance. */
    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withChars("QXZJ7é€-\"\\/&=? ")
                .ofMinLength(4)
                .ofMaxLength(30)
                .filter(text -> text.matches(".*[QXZJ]{3}.*"));
    }

    @Property(tries = 300)
    void no_line_has_a_value_of_the_customer_the_handle_the_query_or_the_token(@ForAll("secrets") String secret) {
        lines.clear();
        String token = secret.replaceAll("[^QXZJ7]", "");
        String json = "\"" + secret.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        FakeService echo = new FakeService();
        for (int i = 0; i < 8; i++) {
            echo.answer(
                    i % 2 == 0 ? 200 : 500,
                    "{\"code\":" + i % 2 + ",\"desc\":" + json + "," + json + ":1,\"data\":{\"handle\":" + json
                            + ",\"list\":[" + json + "]}" + (i > 5 ? secret : "}"));
        }
        BlockingCustomers customers = new BlockingCustomers(HttpCustomers.builder(HERE)
                .transport(echo)
                .credentials(Credentials.token(token))
                .readRetries(0)
                .acceptFindings(finding -> true)
                .wireLog(lines::add)
                .build());
        NewCustomer draft = NewCustomer.builder()
                .email(secret)
                .comments(secret)
                .member(secret, json)
                .member("unknown", "{" + json + ":" + json + "}")
                .build();

        for (int i = 0; i < 2; i++) {
            attempt(() -> customers.create(draft));
            attempt(() -> customers.get(new CustomerHandle(secret)));
            attempt(() -> customers.list(CustomerQuery.all().where(CustomerQuery.Field.EMAIL, secret)));
            attempt(() -> customers.delete(new CustomerHandle(secret)));
        }

        assertThat(lines).hasSize(16).noneMatch(line -> line.matches(".*[QXZJ]{3}.*"));
    }

    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (CustomersFailure expected) {
            return;
        }
    }
}
