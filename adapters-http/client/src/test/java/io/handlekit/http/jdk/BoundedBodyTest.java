package io.handlekit.http.jdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

/** A body that arrives in the JDK transport, buffer by buffer. */
class BoundedBodyTest {
    private final List<String> events = new ArrayList<>();
    private final BodySubscriber<byte[]> subscriber = BoundedBody.subscriber(8, tooLarge -> events.add("refused"));

    private void receive(String... buffers) {
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {
                events.add("requested");
            }

            @Override
            public void cancel() {
                events.add("cancelled");
            }
        });
        for (String buffer : buffers) {
            subscriber.onNext(List.of(ByteBuffer.wrap(buffer.getBytes(UTF_8))));
        }
        subscriber.onComplete();
    }

    @Test
    void a_body_of_the_maximum_length_is_put_together() {
        receive("12345", "678");

        assertThat(subscriber.getBody().toCompletableFuture())
                .isCompletedWithValueMatching(body -> new String(body, UTF_8).equals("12345678"));
        assertThat(events).containsExactly("requested");
    }

    /** Cancelling may fail the exchange for another reason. */
    @Test
    void a_body_that_is_too_large_is_refused_before_the_exchange_is_cancelled() {
        receive("12345", "6789");

        assertThat(events).containsExactly("requested", "refused", "cancelled");
        assertThat(subscriber.getBody().toCompletableFuture()).isCompletedExceptionally();
    }

    /** The JDK asks a subscriber of another origin for its body on a further thread. */
    @Test
    void the_subscriber_is_one_of_the_jdk() {
        assertThat(subscriber.getClass().getModule()).isEqualTo(HttpClient.class.getModule());
    }
}
