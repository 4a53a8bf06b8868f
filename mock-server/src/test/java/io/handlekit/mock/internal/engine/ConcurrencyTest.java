package io.handlekit.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.MockOptions;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.RawClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many clients at the same time. */
class ConcurrencyTest extends ApiTest {
    private static final int CLIENTS = 16;
    private static final int CREATES = Integer.getInteger("handlekit.creates.per.client", 250);
    private static final int UPDATES = 300;
    private static final List<String> FIRST_NAMES = List.of("Ada", "Bob", "Änne", "Ольга");

    @Test
    void handles_are_distinct_numbers_have_no_gaps_and_lists_are_complete() throws Exception {
        List<String> handles = new ArrayList<>();
        for (List<String> created : atOnce(this::createMany)) {
            handles.addAll(created);
        }

        assertThat(new HashSet<>(handles)).hasSize(CLIENTS * CREATES);
        numbersByLetters(handles).forEach((letters, numbers) -> {
            assertThat(numbers.first()).as(letters).isEqualTo(900_001);
            assertThat(numbers.last()).as(letters).isEqualTo(900_000 + numbers.size());
        });
        assertThat(listed()).isEqualTo(new HashSet<>(handles));
    }

    private List<String> createMany(int number) {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < CREATES; i++) {
            String body = ADA.replace("\"Ada\"", "\"" + FIRST_NAMES.get((i + number) % FIRST_NAMES.size()) + "\"");
            created.add(client.send("POST", "/customers", body)
                    .data()
                    .path("handle")
                    .stringValue());
        }
        return created;
    }

    private static Map<String, SortedSet<Integer>> numbersByLetters(List<String> handles) {
        Map<String, SortedSet<Integer>> numbers = new TreeMap<>();
        for (String handle : handles) {
            numbers.computeIfAbsent(handle.substring(0, 2), letters -> new TreeSet<>())
                    .add(Integer.parseInt(handle.substring(2, handle.indexOf('-'))));
        }
        return numbers;
    }

    /** Lists all customers page by page; each page has the same total. */
    private Set<String> listed() {
        Set<String> listed = new HashSet<>();
        for (int offset = 0; offset < CLIENTS * CREATES; offset += 1_000) {
            JsonNode page = client.get("/customers?columns=handle&limit=1000&offset=" + offset)
                    .data();
            assertThat(page.path("total").intValue()).isEqualTo(CLIENTS * CREATES);
            page.path("results").forEach(item -> listed.add(item.path("handle").stringValue()));
        }
        return listed;
    }

    @Test
    void no_reader_sees_half_an_update() throws Exception {
        createAda();

        List<Set<String>> torn = atOnce(number -> number % 2 == 0 ? write(number) : read(number));

        assertThat(torn).allMatch(Set::isEmpty);
    }

    /** Sends updates that each set all their members to the same text. */
    private Set<String> write(int number) {
        for (int i = 0; i < UPDATES; i++) {
            String text = "w" + number + "x" + i;
            client.send("PUT", AL, """
                    {"address":{"street":"$","number":"$","suffix":"$","zipcode":"$","city":"$","state":"$","country":"GB"},
                     "additional_data":{"birth_city":"$","trading_name":"$"},"vat":"$","comments":"$",
                     "tags":[{"key":"customer","value":"$"},{"key":"customer","value":"$"}]}""".replace("$", text));
        }
        return Set.of();
    }

    /** Returns the texts of replies that mix two updates. */
    private Set<String> read(int number) {
        Set<String> torn = new TreeSet<>();
        for (int i = 0; i < UPDATES; i++) {
            JsonNode customer = number % 4 == 1
                    ? whole(AL)
                    : client.get("/customers?with_additional_data=1")
                            .data()
                            .path("results")
                            .path(0);
            Set<String> texts = texts(customer);
            if (texts.size() != 1 && !texts.contains("London")) {
                torn.add(texts.toString());
            }
        }
        return torn;
    }

    private static Set<String> texts(JsonNode customer) {
        Set<String> texts = new TreeSet<>();
        JsonNode address = customer.path("address");
        for (String name : List.of("street", "number", "suffix", "zipcode", "city", "state")) {
            texts.add(address.path(name).asString());
        }
        texts.add(customer.path("additional_data").path("birth_city").asString());
        texts.add(customer.path("additional_data")
                .path("trading_name")
                .asString(address.path("city").asString()));
        texts.add(customer.path("comments").asString());
        customer.path("tags").forEach(tag -> texts.add(tag.path("value").asString()));
        return texts;
    }

    @Test
    void a_reader_always_sees_the_start_while_others_reset_and_create() throws Exception {
        stop();
        String first = ADA.replaceFirst("\\{", "{\"handle\":\"AL900001-GB\",");
        mock = MockOpenprovider.start(MockOptions.defaults().customers("[" + first + "]"));
        client = new RawClient(mock);

        List<Set<String>> seen = atOnce(number -> switch (number % 4) {
            case 0 -> many(() -> client.control("POST", "/reset", "").status() + "");
            case 1 -> many(() -> client.control("DELETE", "/customers", "").status() + "");
            case 2 -> many(() -> createAda().status() + "");
            default -> many(() -> client.get(AL).status() + "");
        });

        assertThat(seen).containsOnly(Set.of("200"));
        assertThat(client.control("DELETE", "/customers", "")
                        .json()
                        .path("customers")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void after_a_reset_under_load_customers_and_journal_agree() throws Exception {
        for (int round = 0; round < 20; round++) {
            atOnce(number -> number == 0
                    ? List.of(client.control("POST", "/reset", "").status())
                    : IntStream.range(0, 10)
                            .mapToObj(call -> createAda().status())
                            .toList());

            JsonNode journal =
                    client.control("GET", "/journal?limit=1&method=POST", "").json();
            assertThat(journal.path("total").intValue()).isEqualTo(mock.size());
        }
    }

    private static Set<String> many(Supplier<String> call) {
        return Stream.generate(call).limit(UPDATES).collect(Collectors.toSet());
    }

    private interface Work<T> {
        T run(int number);
    }

    private static <T> List<T> atOnce(Work<T> work) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<T>> all = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                int mine = number;
                all.add(() -> work.run(mine));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : clients.invokeAll(all)) {
                results.add(result.get());
            }
            return results;
        } finally {
            clients.shutdownNow();
        }
    }
}
