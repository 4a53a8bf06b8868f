package io.handlekit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.NotAuthenticated;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.transport.HttpReply;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.transport.TransportFailure;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, deadlines, cancellation and failures of calls. */
class HttpCustomersTest extends ClientTest {
    private static final NewCustomer DRAFT = NewCustomer.builder()
            .name(PersonName.of("Ada", "Lovelace"))
            .address(new PostalAddress("Dorset Street", "1", "", "W1U 4EG", "London", "", "GB"))
            .phone(new PhoneNumber("+44", "20", "79460000"))
            .email("ada@example.com")
            .build();

    @Test
    void a_given_token_is_sent_unchanged() {
        service.answer(200, FakeService.handle("AL900001-GB"));

        assertThat(withToken().create(DRAFT)).isEqualTo(new CustomerHandle("AL900001-GB"));
        assertThat(service.log()).containsExactly("POST /v1/customers Bearer given");
    }

    @Test
    void one_login_serves_all_calls() {
        service.answer(200, FakeService.token("one"))
                .answer(200, FakeService.handle("AL900001-GB"))
                .answer(200, FakeService.handle("AL900002-GB"));
        BlockingCustomers customers = withLogin();

        customers.create(DRAFT);
        customers.create(DRAFT);

        assertThat(service.log())
                .containsExactly(
                        "POST /v1/auth/login -", "POST /v1/customers Bearer one", "POST /v1/customers Bearer one");
        assertThat(new String(service.calls().get(0).body(), UTF_8))
                .isEqualTo("{\"username\":\"reseller\",\"password\":\"pa55word\"}");
    }

    @Test
    void simultaneous_callers_share_one_login() {
        CompletableFuture<HttpReply> login = new CompletableFuture<>();
        service.answer(login);
        HttpCustomers customers = customers(Credentials.login("reseller", "pa55word"));

        List<CompletableFuture<CustomerHandle>> created = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            created.add(customers.create(DRAFT).toCompletableFuture());
        }
        assertThat(service.calls()).hasSize(1);
        login.complete(FakeService.reply(200, FakeService.token("one")));

        assertThat(service.log())
                .hasSize(51)
                .filteredOn(line -> line.contains("login"))
                .hasSize(1);
        assertThat(created).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void a_refused_token_is_renewed_once_and_the_call_is_sent_once_more() {
        service.answer(200, FakeService.token("old"))
                .answer(500, FakeService.error(196))
                .answer(200, FakeService.token("new"))
                .answer(200, FakeService.handle("AL900001-GB"));

        assertThat(withLogin().create(DRAFT)).isEqualTo(new CustomerHandle("AL900001-GB"));
        assertThat(service.log())
                .containsExactly(
                        "POST /v1/auth/login -",
                        "POST /v1/customers Bearer old",
                        "POST /v1/auth/login -",
                        "POST /v1/customers Bearer new");
    }

    @Test
    void a_token_that_is_refused_again_is_not_renewed_again() {
        service.answer(200, FakeService.token("old"))
                .answer(500, FakeService.error(196))
                .answer(200, FakeService.token("new"))
                .answer(500, FakeService.error(196));

        NotAuthenticated failure =
                failure(NotAuthenticated.class, () -> withLogin().create(DRAFT));

        assertThat(failure.mayHaveTakenEffect()).isFalse();
        assertThat(service.calls()).hasSize(4);
    }

    @Test
    void a_given_token_cannot_be_renewed() {
        service.answer(500, FakeService.error(196));

        failure(NotAuthenticated.class, () -> withToken().create(DRAFT));

        assertThat(service.calls()).hasSize(1);
    }

    @Test
    void callers_whose_shared_token_is_refused_share_one_new_login() {
        service.answer(200, FakeService.token("old"));
        HttpCustomers customers = customers(Credentials.login("reseller", "pa55word"));
        for (int i = 0; i < 10; i++) {
            customers.create(DRAFT);
        }
        service.pending().forEach(call -> call.complete(FakeService.reply(500, FakeService.error(196))));

        assertThat(service.log()).filteredOn(line -> line.contains("login")).hasSize(2);
    }

    @Test
    void a_refused_login_is_not_repeated() {
        service.answer(500, FakeService.error(196));
        BlockingCustomers customers = withLogin();

        failure(NotAuthenticated.class, () -> customers.create(DRAFT));
        failure(NotAuthenticated.class, () -> customers.get(HANDLE));

        assertThat(service.log()).containsExactly("POST /v1/auth/login -");
    }

    @Test
    void a_login_that_could_not_be_sent_is_tried_again_by_the_next_call() {
        service.answer(CompletableFuture.failedFuture(new TransportFailure(TransportFailure.Kind.CONNECT, null)))
                .answer(200, FakeService.token("one"))
                .answer(200, FakeService.handle("AL900001-GB"));
        BlockingCustomers customers = withLogin();

        Unavailable failure = failure(Unavailable.class, () -> customers.create(DRAFT));

        assertThat(failure.mayHaveTakenEffect()).isFalse();
        assertThat(customers.create(DRAFT)).isEqualTo(new CustomerHandle("AL900001-GB"));
    }

    @Test
    void a_create_is_never_sent_twice_for_any_other_reason() {
        service.answer(CompletableFuture.failedFuture(new TransportFailure(TransportFailure.Kind.EXCHANGE, null)));

        Unavailable failure = failure(Unavailable.class, () -> withToken().create(DRAFT));

        assertThat(failure.mayHaveTakenEffect()).isTrue();
        assertThat(service.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"CONNECT,false", "EXPIRED,false", "EXCHANGE,true", "TOO_LARGE,true"})
    void a_transport_failure_says_whether_a_write_may_have_taken_effect(TransportFailure.Kind kind, boolean may) {
        for (int i = 0; i < 3; i++) {
            service.answer(CompletableFuture.failedFuture(new TransportFailure(kind, null)));
        }

        assertThat(failure(Unavailable.class, () -> withToken().create(DRAFT)).mayHaveTakenEffect())
                .isEqualTo(may);
        assertThat(failure(Unavailable.class, () -> withToken().update(HANDLE, CHANGES))
                        .mayHaveTakenEffect())
                .isEqualTo(may);
        assertThat(failure(Unavailable.class, () -> withToken().get(HANDLE)).mayHaveTakenEffect())
                .isFalse();
    }

    @Test
    void the_deadline_ends_a_call_and_its_exchange() {
        HttpCustomers customers = customers(Credentials.token("given"), Duration.ofMillis(50));

        Unavailable write = failure(Unavailable.class, () -> new BlockingCustomers(customers).create(DRAFT));
        Unavailable read = failure(Unavailable.class, () -> new BlockingCustomers(customers).get(HANDLE));

        assertThat(write.mayHaveTakenEffect()).isTrue();
        assertThat(read.mayHaveTakenEffect()).isFalse();
        assertThat(service.pending()).hasSize(2).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void a_deadline_during_the_login_sends_nothing_else() {
        HttpCustomers customers = customers(Credentials.login("reseller", "pa55word"), Duration.ofMillis(50));

        Unavailable failure = failure(Unavailable.class, () -> new BlockingCustomers(customers).create(DRAFT));

        assertThat(failure.mayHaveTakenEffect()).isFalse();
        assertThat(service.log()).containsExactly("POST /v1/auth/login -");
    }

    @Test
    void cancelling_a_call_cancels_its_exchange() {
        CompletableFuture<CustomerHandle> call =
                customers(Credentials.token("given")).create(DRAFT).toCompletableFuture();

        call.cancel(true);

        assertThat(service.pending()).singleElement().matches(CompletableFuture::isCancelled);
    }

    @Test
    void a_transport_that_violates_its_contract_fails_the_call_as_unavailable() {
        List<HttpTransport> violations = List.of(
                call -> {
                    throw new IllegalStateException("5ecret");
                },
                call -> null,
                call -> CompletableFuture.completedFuture(null),
                call -> CompletableFuture.failedFuture(new IllegalStateException("5ecret")));

        for (HttpTransport transport : violations) {
            HttpCustomers customers =
                    builder(BaseUrl.SANDBOX).transport(transport).build();
            Unavailable failure = failure(Unavailable.class, () -> new BlockingCustomers(customers).create(DRAFT));
            assertThat(failure.mayHaveTakenEffect()).isTrue();
            assertThat(failure.getMessage()).doesNotContain("5ecret");
        }
    }

    @Test
    void an_invalid_draft_is_refused_before_the_login() {
        failure(
                CustomersFailure.Invalid.class,
                () -> withLogin().create(NewCustomer.builder().build()));

        assertThat(service.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "XX123456-XX,XX123456-XX",
        "a/b,a%2Fb",
        "a b,a%20b",
        "a?b#c,a%3Fb%23c",
        "..,%2E%2E",
        "a..b,a..b",
        "%2F,%252F",
        "É,%C3%89",
        "a+b;c=d,a%2Bb%3Bc%3Dd",
    })
    void a_handle_is_escaped_as_one_path_segment(String handle, String segment) {
        service.answer(500, FakeService.error(193));

        CustomersFailure.UnknownHandle failure =
                failure(CustomersFailure.UnknownHandle.class, () -> withToken().get(new CustomerHandle(handle)));

        assertThat(failure.handle().value()).isEqualTo(handle);
        assertThat(service.calls().get(0).uri())
                .hasToString("http://127.0.0.1:8080/v1/customers/" + segment + "?with_additional_data=true");
    }

    @Test
    void no_message_and_no_toString_shows_the_token_or_the_password() {
        service.answer(200, FakeService.token("t0ken")).answer(500, FakeService.error(131));
        CustomersFailure failure =
                failure(CustomersFailure.Rejected.class, () -> withLogin().create(DRAFT));

        assertThat(failure.toString()).doesNotContain("t0ken", "pa55word", "as the service says");
        assertThat(service.calls().toString()).doesNotContain("t0ken", "pa55word", "Lovelace");
        assertThat(Credentials.login("reseller", "pa55word").toString()).doesNotContain("reseller", "pa55word");
        assertThat(Credentials.token("t0ken").toString()).doesNotContain("t0ken");
    }

    @ParameterizedTest
    @CsvSource({"197", "10006", "10008", "10009"})
    void no_other_code_than_196_causes_a_new_login(int code) {
        service.answer(200, FakeService.token("one")).answer(500, FakeService.error(code));

        failure(NotAuthenticated.class, () -> withLogin().create(DRAFT));

        assertThat(service.log()).containsExactly("POST /v1/auth/login -", "POST /v1/customers Bearer one");
    }

    @Test
    void a_login_reply_with_an_invalid_token_is_a_broken_reply() {
        service.answer(200, FakeService.token("s3cret\\nX: y"));

        CustomersFailure.BrokenReply failure =
                failure(CustomersFailure.BrokenReply.class, () -> withLogin().create(DRAFT));

        assertThat(failure).hasMessageContaining("data.token").hasMessageNotContaining("s3cret");
        assertThat(service.calls()).hasSize(1);
    }

    @Test
    void an_error_thrown_by_the_transport_fails_the_call() {
        HttpCustomers customers = builder(BaseUrl.SANDBOX)
                .transport(call -> {
                    throw new NoClassDefFoundError("io/netty/Something");
                })
                .credentials(Credentials.login("reseller", "pa55word"))
                .build();

        Unavailable failure = failure(Unavailable.class, () -> new BlockingCustomers(customers).create(DRAFT));

        assertThat(failure).hasRootCauseMessage("java.lang.NoClassDefFoundError");
    }

    /** The deadline and the token arrive at about the same moment. */
    @Test
    void a_call_that_was_sent_never_claims_to_be_without_effect() throws Exception {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int i = 0; i < 200; i++) {
                FakeService fresh = new FakeService();
                CompletableFuture<HttpReply> login = new CompletableFuture<>();
                fresh.answer(login);
                HttpCustomers customers = builder(BaseUrl.SANDBOX)
                        .transport(fresh)
                        .credentials(Credentials.login("reseller", "pa55word"))
                        .deadline(Duration.ofMillis(5))
                        .build();
                timer.schedule(
                        () -> login.complete(FakeService.reply(200, FakeService.token("one"))),
                        4_700 + 3L * i,
                        TimeUnit.MICROSECONDS);

                Unavailable failure = failure(Unavailable.class, () -> new BlockingCustomers(customers).create(DRAFT));

                if (!failure.mayHaveTakenEffect()) {
                    assertThat(fresh.log()).isSubsetOf("POST /v1/auth/login -");
                }
            }
        } finally {
            timer.shutdownNow();
        }
    }

    @Test
    void a_deadline_does_not_wait_for_the_common_pool() {
        CountDownLatch over = new CountDownLatch(1);
        for (int i = 0; i < 4 * ForkJoinPool.getCommonPoolParallelism() + 4; i++) {
            ForkJoinPool.commonPool().execute(() -> awaitUninterruptibly(over));
        }
        try {
            HttpCustomers customers = customers(Credentials.token("given"), Duration.ofMillis(50));

            assertThat(customers.create(DRAFT).toCompletableFuture())
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(Unavailable.class);
        } finally {
            over.countDown();
        }
    }

    @Test
    void a_deadline_is_positive_and_at_most_a_day() {
        for (Duration deadline : List.of(
                Duration.ZERO,
                Duration.ofMillis(-1),
                Duration.ofDays(1).plusNanos(1),
                ChronoUnit.FOREVER.getDuration())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder(HERE).deadline(deadline))
                    .withMessage("the deadline must be positive and not longer than a day");
        }
        assertThat(builder(HERE).deadline(Duration.ofDays(1))).isNotNull();
    }

    /** The service may be slow to accept a login; callers must find out that it is under way without waiting for it. */
    @Test
    void a_transport_that_is_slow_to_send_a_login_blocks_no_other_caller() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        HttpCustomers customers = builder(HERE)
                .transport(call -> {
                    sending.countDown();
                    awaitUninterruptibly(over);
                    return new CompletableFuture<>();
                })
                .credentials(Credentials.login("reseller", "pa55word"))
                .build();
        Thread first = new Thread(() -> customers.get(HANDLE));
        first.start();
        try {
            assertThat(sending.await(30, TimeUnit.SECONDS)).isTrue();

            Thread second = new Thread(() -> customers.get(HANDLE));
            second.start();
            second.join(20_000);

            assertThat(second.isAlive()).isFalse();
        } finally {
            over.countDown();
            first.join();
            customers.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"196", "50", "4005", "10005", "131", "page", "429", "401", "none", "garbage"})
    void each_caller_of_a_login_that_failed_gets_a_failure_of_its_own(String reply) {
        CompletableFuture<HttpReply> login = new CompletableFuture<>();
        service.answer(login);
        HttpCustomers customers = customers(Credentials.login("reseller", "pa55word"));
        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            customers.get(HANDLE).whenComplete((customer, failure) -> failures.add(failure));
        }

        switch (reply) {
            case "page" -> login.complete(FakeService.reply(502, "<html>"));
            case "429", "401" -> login.complete(FakeService.reply(Integer.parseInt(reply), "<html>"));
            case "garbage" -> login.complete(FakeService.reply(200, "{\"code\":0}"));
            case "none" ->
                login.completeExceptionally(
                        new TransportFailure(TransportFailure.Kind.CONNECT, new IllegalStateException()));
            default -> login.complete(FakeService.reply(500, FakeService.error(Integer.parseInt(reply))));
        }

        assertThat(failures)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allSatisfy(failure -> assertThat(failure)
                        .hasSameClassAs(failures.get(0))
                        .hasMessage(failures.get(0).getMessage())
                        .isInstanceOfSatisfying(
                                CustomersFailure.class,
                                known -> assertThat(known.answer())
                                        .isEqualTo(((CustomersFailure) failures.get(0)).answer())));
        assertThat(failures)
                .extracting(Throwable::getCause)
                .containsOnly(failures.get(0).getCause());
        assertThat(failures.get(0).getMessage()).doesNotContain("not sent: not sent", "))");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
