package io.handlekit.mock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients that create customers and change each of them once, and remember what was acknowledged. A call that failed may
 * have had its effect or not; an answer other than a success or code 4005 is wrong.
 */
public final class Load implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int THREADS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int MAINTENANCE = 4005;
    private static final int PAUSE_NANOS = 5_000_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Function<Integer, URI> bases;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();

    /** What the comments of a customer may be. */
    private final Map<String, Set<String>> comments = new ConcurrentHashMap<>();

    private final Map<String, String> emails = new ConcurrentHashMap<>();
    private final Set<String> uncertain = ConcurrentHashMap.newKeySet();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean isStopped;

    /**
     * Starts clients.
     *
     * @param bases the base URL for each thread, asked again before each call
     */
    public Load(Function<Integer, URI> bases) {
        this.bases = bases;
        for (int i = 0; i < THREADS; i++) {
            int mine = i;
            Thread thread = new Thread(() -> work(mine), "load-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    private void work(int thread) {
        while (!isStopped) {
            String email = "a" + numbers.incrementAndGet() + "@example.com";
            JsonNode created = call(thread, "POST", "/customers", ApiTest.ADA.replace("ada@example.com", email));
            String handle = created.path("data").path("handle").asString("");
            if (handle.isEmpty()) {
                uncertain.add(email);
                LockSupport.parkNanos(PAUSE_NANOS);
                continue;
            }
            if (emails.putIfAbsent(handle, email) != null) {
                wrong.add("given out twice: " + handle);
            }
            comments.put(handle, Set.of("old"));
            acknowledged.incrementAndGet();
            boolean isChanged = call(thread, "PUT", "/customers/" + handle, "{\"comments\":\"new\"}")
                    .path("data")
                    .path("success")
                    .asBoolean(false);
            comments.put(handle, isChanged ? Set.of("new") : Set.of("old", "new"));
        }
    }

    /** Returns the answer to a call; nothing if there was none. */
    private JsonNode call(int thread, String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(bases.apply(thread) + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer any")
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            JsonNode answer = MAPPER.readTree(
                    http.send(request, BodyHandlers.ofByteArray()).body());
            int code = answer.path("code").asInt(-1);
            if (code != 0 && code != MAINTENANCE) {
                wrong.add(method + " " + code + " " + answer.path("desc"));
            }
            return answer;
        } catch (HttpTimeoutException hangs) {
            wrong.add(method + " hangs");
        } catch (IOException | JacksonException broken) {
            // The mock was killed.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return MAPPER.createObjectNode();
    }

    /** Waits until this many more creates are acknowledged. */
    public void awaitCreates(int more) {
        int before = acknowledged.get();
        Await.await(() -> acknowledged.get() >= before + more);
    }

    @Override
    public void close() {
        end();
    }

    /** Ends the clients, before what they did is checked. */
    public void end() {
        isStopped = true;
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE.toMillis());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            assertThat(thread.isAlive()).as("%s hangs", thread.getName()).isFalse();
        }
    }

    /** Checks that everything acknowledged is there, and nothing that nobody asked for. */
    public void check(RawClient client) {
        assertThat(wrong).isEmpty();
        Set<String> listed = new HashSet<>();
        int total = client.get("/customers?limit=1").data().path("total").intValue();
        for (int offset = 0; offset < total; offset += 1_000) {
            JsonNode page = client.get("/customers?limit=1000&offset=" + offset).data();
            page.path("results").forEach(each -> check(each, listed));
        }
        assertThat(listed).containsAll(emails.keySet());
        checkNumbers(listed);
    }

    private void check(JsonNode customer, Set<String> listed) {
        String handle = customer.path("handle").stringValue();
        String email = customer.path("email").stringValue();
        assertThat(listed.add(handle)).as("listed once: %s", handle).isTrue();
        if (emails.containsKey(handle)) {
            assertThat(email).isEqualTo(emails.get(handle));
            assertThat(comments.get(handle))
                    .as(handle)
                    .contains(customer.path("comments").asString(""));
        } else {
            assertThat(uncertain).as("the address of %s", handle).contains(email);
        }
    }

    /** Handles are counted from 900001 without gaps. */
    private static void checkNumbers(Set<String> handles) {
        assertThat(handles.stream().map(handle -> handle.substring(2, 8)).map(Integer::parseInt))
                .hasSize(handles.size())
                .allMatch(number -> number > 900_000 && number <= 900_000 + handles.size());
    }
}
