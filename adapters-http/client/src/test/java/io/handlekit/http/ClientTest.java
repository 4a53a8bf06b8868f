package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.testing.ManualClock;
import io.handlekit.http.testing.RecordedCalls;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Timeout;

/** Clients of a fake service, with recorded events and a clock that the test moves. */
@Timeout(60)
abstract class ClientTest {
    /** Shared, because the tests do not close their clients. */
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "timer of the tests");
        thread.setDaemon(true);
        return thread;
    });

    static final BaseUrl HERE = BaseUrl.of("http://127.0.0.1:8080/v1");
    static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");
    static final CustomerChanges CHANGES =
            CustomerChanges.builder().comments("changed").build();
    static final String DONE = "{\"code\":0,\"data\":{\"success\":true}}";
    static final String CUSTOMER = "{\"code\":0,\"data\":{\"handle\":\"XX123456-XX\"}}";

    final FakeService service = new FakeService();
    final ManualClock clock = new ManualClock();
    final RecordedCalls observed = new RecordedCalls();

    /** Returns a builder with a token and otherwise default settings. */
    final HttpCustomers.Builder builder(BaseUrl baseUrl) {
        return HttpCustomers.builder(baseUrl)
                .transport(service)
                .credentials(Credentials.token("given"))
                .timer(TIMER)
                .clock(clock)
                .observer(observed);
    }

    /** Returns customers without retries of reads, so that one answer is enough. */
    final HttpCustomers customers(Credentials credentials) {
        return customers(credentials, HttpCustomers.DEFAULT_DEADLINE);
    }

    final HttpCustomers customers(Credentials credentials, Duration deadline) {
        return builder(HERE)
                .readRetries(0)
                .credentials(credentials)
                .deadline(deadline)
                .build();
    }

    final BlockingCustomers withToken() {
        return new BlockingCustomers(customers(Credentials.token("given")));
    }

    final BlockingCustomers withLogin() {
        return new BlockingCustomers(customers(Credentials.login("reseller", "pa55word")));
    }

    /** Returns the failure of a call, which must fail. */
    static <F extends CustomersFailure> F failure(Class<F> kind, Runnable call) {
        F failure = catchThrowableOfType(kind, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }
}
