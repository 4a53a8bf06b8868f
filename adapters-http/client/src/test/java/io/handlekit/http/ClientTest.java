package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Timeout;

/** A service that answers from a list, and clients of it that tell each attempt and go by a clock of the test's. */
@Timeout(60)
abstract class ClientTest {
    static final BaseUrl HERE = BaseUrl.of("http://127.0.0.1:8080/v1beta");
    static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");
    static final CustomerChanges CHANGES =
            CustomerChanges.builder().comments("changed").build();
    static final String DONE = "{\"code\":0,\"data\":{\"success\":true}}";
    static final String CUSTOMER = "{\"code\":0,\"data\":{\"handle\":\"XX123456-XX\"}}";

    final FakeService service = new FakeService();
    final ManualClock clock = new ManualClock();
    final List<CallEvent> attempts = new CopyOnWriteArrayList<>();

    /** A form with a token, and all else as it is unless set. */
    final HttpCustomers.Builder form(BaseUrl baseUrl) {
        return HttpCustomers.builder(baseUrl)
                .transport(service)
                .credentials(Credentials.token("given"))
                .clock(clock)
                .observer(attempts::add);
    }

    /** Customers whose reads are not sent again, so that one answer is enough. */
    final HttpCustomers customers(Credentials credentials) {
        return customers(credentials, HttpCustomers.DEFAULT_DEADLINE);
    }

    final HttpCustomers customers(Credentials credentials, Duration deadline) {
        return form(HERE)
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

    /** The failure that had to come of a call. */
    static <F extends CustomersFailure> F failure(Class<F> kind, Runnable call) {
        F failure = catchThrowableOfType(kind, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }
}
