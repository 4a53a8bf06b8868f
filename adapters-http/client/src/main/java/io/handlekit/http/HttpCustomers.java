package io.handlekit.http;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.http.internal.auth.AccessTokens;
import io.handlekit.http.internal.auth.LoginTokens;
import io.handlekit.http.internal.call.CallWithRetries;
import io.handlekit.http.internal.call.Deadline;
import io.handlekit.http.internal.call.IdenticalCallGuard;
import io.handlekit.http.internal.call.Operation;
import io.handlekit.http.internal.call.ReadRetries;
import io.handlekit.http.internal.call.RequestSender;
import io.handlekit.http.internal.call.UserAgent;
import io.handlekit.http.internal.codec.ReplyDecoder;
import io.handlekit.http.internal.codec.RequestEncoder;
import io.handlekit.http.transport.HttpTransport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The port over HTTP, on any transport.
 *
 * <pre>{@code
 * try (HttpTransport transport = new JdkTransport()) {
 *     Customers customers = HttpCustomers.builder(BaseUrl.SANDBOX)
 *         .transport(transport)
 *         .credentials(Credentials.login(username, password))
 *         .build();
 *     CustomerHandle handle = new BlockingCustomers(customers).create(draft);
 * }
 * }</pre>
 *
 * <p>A call is one exchange. When the service refuses a token (code 196), there is one fresh login, and the call is
 * sent once more; no write is ever sent twice for another reason. A read is sent again when the transport fails, twice
 * at most, after a rest that about doubles. Every call, logins included, ends within the deadline. A call that the
 * service would take for one too many of the same kind is not sent and fails as {@link CustomersFailure.Throttled}: the
 * service would block the address until somebody lifts it by hand. After a login that is answered with anything but a
 * token, calls fail as it did, without another one, for a minute, and after each in a row for twice as long, up to about
 * an hour: too many failed logins would have the address blocked.
 *
 * <p>May be used by several threads. There is nothing to close here: the transport is its maker's to close. Stages
 * complete on a thread of the transport, late ones on a thread of their own, and those of an invalid form at once.
 * Whoever continues there does not block.
 */
public final class HttpCustomers implements Customers {
    /** The deadline of a call unless another one is set: 30 seconds. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(30);

    /** How often a read is sent again after a failure of the transport, unless set otherwise. */
    public static final int DEFAULT_READ_RETRIES = 2;

    static final int MOST_READ_RETRIES = 10;
    private static final Duration FIRST_REST = Duration.ofMillis(200);

    private final RequestSender wire;
    private final AccessTokens tokens;
    private final Deadline deadline;
    private final ReadRetries retries;

    private HttpCustomers(Builder form, HttpTransport transport, Credentials credentials) {
        deadline = form.deadline;
        retries = form.retries;
        IdenticalCallGuard guard = new IdenticalCallGuard(form.identicalCalls, deadline.length(), form.clock);
        wire = new RequestSender(form.baseUrl, transport, guard, form.userAgent, form.observer);
        tokens = tokens(credentials, form.clock);
    }

    private AccessTokens tokens(Credentials credentials, InstantSource clock) {
        if (credentials instanceof Credentials.Login login) {
            return LoginTokens.over(wire, login, deadline, clock);
        }
        return credentials instanceof Credentials.Source source
                ? AccessTokens.from(source.tokens())
                : AccessTokens.given(((Credentials.Token) credentials).value());
    }

    /** A form to fill in for the service at the given URL. */
    public static Builder builder(BaseUrl baseUrl) {
        return new Builder(baseUrl);
    }

    @Override
    public CompletionStage<CustomerHandle> create(NewCustomer draft) {
        Findings findings = CustomerRules.check(draft);
        return findings.hasErrors()
                ? refuse(findings)
                : call(Operation.create(RequestEncoder.create(draft)), ReplyDecoder::handle);
    }

    @Override
    public CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes) {
        Findings findings = CustomerRules.check(changes);
        return findings.hasErrors()
                ? refuse(findings)
                : call(Operation.update(handle, RequestEncoder.update(handle, changes)), ReplyDecoder::success);
    }

    @Override
    public CompletionStage<Customer> get(CustomerHandle handle) {
        return call(Operation.get(handle), ReplyDecoder::customer);
    }

    @Override
    public CompletionStage<CustomerPage> list(CustomerQuery query) {
        return call(Operation.list(query), ReplyDecoder::page);
    }

    @Override
    public CompletionStage<@Nullable Void> delete(CustomerHandle handle) {
        return call(Operation.delete(handle), ReplyDecoder::success);
    }

    private <T> CompletionStage<T> call(Operation operation, Function<JsonNode, T> reader) {
        return new CallWithRetries<>(wire, tokens, retries, operation, reader).start(deadline);
    }

    private static <T> CompletionStage<T> refuse(Findings findings) {
        return CompletableFuture.failedFuture(new CustomersFailure.Invalid(findings));
    }

    /** Says where the service is, how to get there and who is calling. Not for use by several threads. */
    public static final class Builder {
        private final BaseUrl baseUrl;
        private @Nullable HttpTransport transport;
        private @Nullable Credentials credentials;
        private Deadline deadline = new Deadline(DEFAULT_DEADLINE);
        private ReadRetries retries = new ReadRetries(DEFAULT_READ_RETRIES, FIRST_REST);
        private CallLimit identicalCalls;
        private String userAgent = UserAgent.OURS;
        private CallObserver observer = attempt -> {};
        private InstantSource clock = InstantSource.system();

        private Builder(BaseUrl baseUrl) {
            this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
            identicalCalls = baseUrl.identicalCalls();
        }

        /** Sets the transport; required. It stays its maker's to close. */
        public Builder transport(HttpTransport transport) {
            this.transport = transport;
            return this;
        }

        /** Sets the credentials; required. */
        public Builder credentials(Credentials credentials) {
            this.credentials = credentials;
            return this;
        }

        /**
         * Sets how long a call may take in all, a login included.
         *
         * @throws IllegalArgumentException if that is no time at all
         */
        public Builder deadline(Duration deadline) {
            this.deadline = new Deadline(deadline);
            return this;
        }

        /**
         * Sets how often a read is sent again after a failure of the transport, {@link #DEFAULT_READ_RETRIES} times at
         * most unless set.
         *
         * @throws IllegalArgumentException if it is negative or over 10
         */
        public Builder readRetries(int most) {
            if (most > MOST_READ_RETRIES) {
                throw new IllegalArgumentException("a read is repeated " + MOST_READ_RETRIES + " times at most");
            }
            retries = new ReadRetries(most, FIRST_REST);
            return this;
        }

        /**
         * Sets how many identical calls this object sends; of whatever others send from the same address it knows
         * nothing. Unless set, that is what the host of the base URL is documented to allow, less one, in as much time
         * as is documented and a deadline more: {@link CallLimit#SANDBOX} for the test hosts, any number for this
         * machine, and {@link CallLimit#LIVE} for all others.
         */
        public Builder identicalCalls(CallLimit limit) {
            identicalCalls = Objects.requireNonNull(limit, "limit");
            return this;
        }

        /**
         * Adds a product to the header User-Agent, which then is {@code handlekit/<version> <product>}.
         *
         * @throws IllegalArgumentException if it cannot stand in a header
         */
        public Builder product(String product) {
            userAgent = UserAgent.with(product);
            return this;
        }

        /**
         * Sets the header User-Agent as a whole; empty for that of the transport. The service has been seen to refuse a
         * client by its name.
         *
         * @throws IllegalArgumentException if it cannot stand in a header
         */
        public Builder userAgent(String userAgent) {
            this.userAgent = UserAgent.checked(userAgent);
            return this;
        }

        /** Sets who is told of every exchange. */
        public Builder observer(CallObserver observer) {
            this.observer = Objects.requireNonNull(observer, "observer");
            return this;
        }

        /** Sets the clock by which tokens grow old and calls are counted; the system's unless set. */
        public Builder clock(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * The customers of that service.
         *
         * @throws NullPointerException if the transport or the credentials are missing
         */
        public HttpCustomers build() {
            return new HttpCustomers(
                    this,
                    Objects.requireNonNull(transport, "a transport is required"),
                    Objects.requireNonNull(credentials, "credentials are required"));
        }
    }
}
