package io.handlekit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.BrokenReply;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.http.internal.codec.ReplyDecoder.UnreadableReply;
import io.handlekit.http.internal.codec.ReplyEnvelope;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.transport.HttpReply;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Replies that no service should send: each call still ends, as a value or as a failure of the port. */
class HostileRepliesProperties {
    private static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");
    private static final NewCustomer DRAFT = NewCustomer.builder()
            .name(PersonName.of("Ada", "Lovelace"))
            .address(PostalAddress.builder()
                    .street("Dorset Street")
                    .number("1")
                    .zipcode("W1U 4EG")
                    .city("London")
                    .country("GB")
                    .build())
            .phone(new PhoneNumber("+44", "20", "79460000"))
            .email("ada@example.com")
            .build();
    private static final String REPLY = """
            {"code":0,"desc":"","maintenance":false,"warnings":[{"code":7,"desc":"d","data":"x"}],"data":{
            "id":7,"reseller_id":8,"handle":"XX123456-XX","token":"t","success":true,"total":1,
            "results":[{"handle":"XX123456-XX","email":"a@b.example","new":{"a":[1.10,null]}}],
            "name":{"first_name":"F","last_name":"L","full_name":"F L","middle":"M"},"address":{"street":"S","floor":3},
            "phone":{"country_code":"+31"},"tags":[{"key":"customer","value":"VIP"}],"is_deleted":false,
            "additional_data":{"birth_city":"B","x":{},"attached_files":[{"path":"/","size":1e3}]},
            "extension_additional_data":[{"name":"ru","data":{"uin":"U","n":5},"since":"now"}]}}""";
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "\\ud800",
            "null",
            "true",
            "-",
            "1e999999999",
            "0",
            "\u0000",
            "\"data\":",
            "\"code\":",
            "\"handle\":",
            "\"results\":",
            "\"\"",
            "NaN",
            "9".repeat(1_100),
            "[".repeat(600));

    /** Returns the outcome of each operation, when the service answers all of them with these bytes. */
    private static List<CompletableFuture<?>> outcomes(byte[] body, int status) {
        HttpReply reply = new HttpReply(status, "application/json", body);
        Credentials login = Credentials.login("user", "secret-pass");
        HttpCustomers customers = HttpCustomers.builder(BaseUrl.SANDBOX)
                .transport(call -> CompletableFuture.completedFuture(reply))
                .credentials(Credentials.token("a-token"))
                .build();
        HttpCustomers fresh = HttpCustomers.builder(BaseUrl.SANDBOX)
                .transport(call -> CompletableFuture.completedFuture(reply))
                .credentials(login)
                .build();
        return Stream.<CompletionStage<?>>of(
                        customers.create(DRAFT),
                        customers.update(
                                HANDLE, CustomerChanges.builder().comments("K").build()),
                        customers.get(HANDLE),
                        customers.list(CustomerQuery.all()),
                        customers.delete(HANDLE),
                        fresh.get(HANDLE))
                .<CompletableFuture<?>>map(CompletionStage::toCompletableFuture)
                .toList();
    }

    private static void assertThatEveryCallEnds(byte[] body) {
        for (CompletableFuture<?> outcome : outcomes(body, 200)) {
            assertThat(outcome).isDone();
            if (outcome.isCompletedExceptionally()) {
                assertThat(catchThrowable(outcome::join)).hasCauseInstanceOf(CustomersFailure.class);
            }
        }
    }

    private static void assertThatEveryCallIsABrokenReply(byte[] body) {
        for (CompletableFuture<?> outcome : outcomes(body, 200)) {
            assertThat(catchThrowable(outcome::join)).hasCauseInstanceOf(BrokenReply.class);
        }
    }

    @Property(tries = 1_000)
    void a_mutated_reply_ends_every_call(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int mutations) {
        Random random = new Random(seed);
        StringBuilder reply = new StringBuilder(REPLY);
        for (int i = 0; i < mutations; i++) {
            int from = random.nextInt(reply.length());
            int to = Math.min(reply.length(), from + random.nextInt(4));
            reply.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
        }

        assertThatEveryCallEnds(reply.toString().getBytes(UTF_8));
    }

    @Property(tries = 1_000)
    void a_reply_with_flipped_bytes_ends_every_call(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] reply = REPLY.getBytes(UTF_8);
        for (int i = 0; i <= random.nextInt(4); i++) {
            reply[random.nextInt(reply.length)] = (byte) random.nextInt(256);
        }

        assertThatEveryCallEnds(reply);
    }

    @Property(tries = 500)
    void random_bytes_end_every_call(@ForAll byte[] bytes) {
        assertThatEveryCallEnds(bytes);
    }

    @Example
    void a_reply_nested_too_deeply_is_a_broken_reply() {
        for (String start : List.of("[", "{\"a\":", "{\"code\":0,\"data\":", "{\"code\":0,\"data\":{\"x\":[")) {
            assertThatEveryCallIsABrokenReply(start.repeat(100_000).getBytes(UTF_8));
        }
    }

    @Example
    void a_number_that_is_too_long_is_a_broken_reply() {
        String digits = "9".repeat(100_000);
        for (String reply : List.of(
                "{\"code\":" + digits + "}",
                "{\"code\":0,\"data\":{\"id\":" + digits + "}}",
                "{\"code\":0,\"data\":{\"handle\":1." + digits + "}}",
                "{\"code\":0,\"data\":{\"new\":" + digits + "}}")) {
            assertThatEveryCallIsABrokenReply(reply.getBytes(UTF_8));
        }
    }

    @Example
    void ten_thousand_unknown_members_end_every_call() {
        StringBuilder members = new StringBuilder("\"handle\":\"XX123456-XX\",\"token\":\"t\"");
        for (int i = 0; i < 10_000; i++) {
            members.append(",\"m").append(i).append("\":").append(i);
        }

        assertThatEveryCallEnds(("{\"code\":0,\"data\":{" + members + "}}").getBytes(UTF_8));
    }

    @Example
    void a_second_value_behind_the_envelope_is_a_broken_reply() {
        assertThatEveryCallIsABrokenReply((REPLY + " {}").getBytes(UTF_8));
    }

    @Example
    void the_last_of_two_members_counts() {
        String reply = "{\"code\":5,\"data\":[],\"code\":0,\"data\":{\"handle\":{},\"name\":{\"first_name\":{}},"
                + "\"name\":{},\"handle\":\"XX123456-XX\",\"success\":false,\"success\":true,\"results\":5,\"results\":[],"
                + "\"token\":5,\"token\":\"t\"}}";

        assertThat(outcomes(reply.getBytes(UTF_8), 200))
                .allSatisfy(outcome -> assertThat(outcome).isCompleted());
    }

    @Example
    void a_reply_is_read_in_every_encoding_of_unicode() {
        List<Charset> charsets = List.of(
                UTF_8,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16LE,
                Charset.forName("UTF-32BE"),
                Charset.forName("UTF-32LE"));
        for (Charset charset : charsets) {
            for (String mark : List.of("", "\ufeff")) {
                byte[] reply = (mark + REPLY.replace("\"S\"", "\"Sm\u00e5 \ud83d\ude00\"")).getBytes(charset);

                assertThat(outcomes(reply, 200))
                        .as(charset + mark)
                        .allSatisfy(outcome -> assertThat(outcome).isCompleted());
            }
        }
    }

    @Example
    void whatever_the_codec_throws_is_an_unreadable_reply() {
        for (Error error : Arrays.asList(new StackOverflowError(), new NoClassDefFoundError("x"))) {
            ReplyEnvelope<?> envelope = ReplyEnvelope.of(FakeService.reply(200, REPLY), in -> {
                throw error;
            });

            assertThat(envelope.code()).hasValue(0);
            assertThat(catchThrowable(envelope::value))
                    .isInstanceOf(UnreadableReply.class)
                    .hasMessage("data cannot be read");
        }
    }
}
