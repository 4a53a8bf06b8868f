package io.handlekit.http;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.http.internal.auth.GivenToken;
import io.handlekit.http.internal.auth.LoginTokens;
import io.handlekit.http.internal.auth.SourceTokens;
import io.handlekit.http.internal.base.RedactedException;
import io.handlekit.http.internal.call.AccessTokens;
import io.handlekit.http.internal.call.CallTimer;
import io.handlekit.http.internal.call.CallWithRetries;
import io.handlekit.http.internal.call.Deadline;
import io.handlekit.http.internal.call.IdenticalCallGuard;
import io.handlekit.http.internal.call.MonotonicClock;
import io.handlekit.http.internal.call.ObservedCall;
import io.handlekit.http.internal.call.ReadRetries;
import io.handlekit.http.internal.call.RequestSender;
import io.handlekit.http.internal.call.ServiceRequest;
import io.handlekit.http.internal.call.UserAgent;
import io.handlekit.http.internal.call.WireLog;
import io.handlekit.http.internal.codec.JsonReader;
import io.handlekit.http.internal.codec.ReplyDecoder;
import io.handlekit.http.internal.codec.RequestEncoder;
import io.handlekit.http.observer.CallObserver;
import io.handlekit.http.observer.Operation;
import io.handlekit.http.transport.HttpTransport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Customers over HTTP, on any transport.
 *
 * <pre>{@code
 * try (HttpTransport transport = new JdkTransport();
 *         HttpCustomers customers = HttpCustomers.builder(BaseUrl.SANDBOX)
 *             .transport(transport)
 *             .credentials(Credentials.login(username, password))
 *             .build()) {
 *     CustomerHandle handle = new BlockingCustomers(customers).create(draft);
 * }
 * }</pre>
 *
 * <p>A call is one exchange. If the service refuses the token (code 196, or HTTP 401
 * without an envelope), the client logs in once more and sends the call
 * once more; it never sends a write twice for any other reason. If the transport fails, it sends a read again, at most
 * twice, after a delay that about doubles. Every call, logins included, ends within the deadline.
 *
 * <p>A call that would exceed the service's limit of identical calls is not sent and fails as {@link
 * CustomersFailure.Throttled}, because the service would block the address until its support lifts the block. Calls
 * that never left this machine are not counted. After a
 * login that is answered with anything but a token, calls fail in the same way without another login for a minute, and
 * for twice as long after each further one in a row, up to about an hour: too many failed logins would block the
 * address.
 *
 * <p>Safe for use by several threads. Stages complete on a thread of the transport, late ones on one of at most eight
 * threads named {@code handlekit-late} or on {@code handlekit-timer}, and those of an invalid draft immediately. Do not
 * block in dependent stages.
 *
 * <p>{@link #close} ends these threads; they are daemons. Close the customers before their transport. Closing the
 * transport is the caller's responsibility.
 */
public final class HttpCustomers implements Customers, AutoCloseable {
    /** The default deadline of a call: 30 seconds. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(30);

    /** The default number of retries of a read after a failure of the transport. */
    public static final int DEFAULT_READ_RETRIES = 2;

    static final int MAX_READ_RETRIES = 10;
    private static final Duration FIRST_DELAY = Duration.ofMillis(200);

    private final RequestSender sender;
    private final AccessTokens tokens;
    private final CallTimer timer;
    private final Deadline deadline;
    private final ReadRetries retries;
    private final Predicate<Finding> accepted;

    private HttpCustomers(Builder builder, HttpTransport transport, Credentials credentials) {
        InstantSource clock = builder.clock == null ? new MonotonicClock(System::nanoTime) : builder.clock;
        timer = new CallTimer(builder.timer, builder.executor);
        deadline = new Deadline(builder.deadline, timer);
        retries = builder.retries;
        accepted = builder.accepted;
        CallLimit limit = builder.identicalCalls;
        IdenticalCallGuard guard = new IdenticalCallGuard(limit.calls(), limit.time(), deadline.length(), clock);
        sender = new RequestSender(builder.settings(), transport, guard, builder.timeOfDay());
        tokens = tokens(credentials, clock);
    }

    private AccessTokens tokens(Credentials credentials, InstantSource clock) {
        if (credentials instanceof Credentials.Login login) {
            byte[] body = RequestEncoder.login(login.username(), login.password(), login.ip());
            return LoginTokens.over(sender, ServiceRequest.login(body), deadline, clock);
        }
        return credentials instanceof Credentials.Source source
                ? new SourceTokens(source.tokens()::token)
                : new GivenToken(((Credentials.Token) credentials).value());
    }

    /** Returns a builder for customers of the service at the given URL. */
    public static Builder builder(BaseUrl baseUrl) {
        return new Builder(baseUrl);
    }

    @Override
    public CompletionStage<CustomerHandle> create(NewCustomer draft) {
        return write(
                Operation.CREATE,
                CustomerRules.check(draft),
                () -> ServiceRequest.create(RequestEncoder.create(draft)),
                ReplyDecoder::handle);
    }

    @Override
    public CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes) {
        return write(
                Operation.UPDATE,
                CustomerRules.check(changes),
                () -> ServiceRequest.update(handle, RequestEncoder.update(handle, changes)),
                ReplyDecoder::success);
    }

    @Override
    public CompletionStage<Customer> get(CustomerHandle handle) {
        return call(ServiceRequest.get(handle), ReplyDecoder::customer);
    }

    @Override
    public CompletionStage<CustomerPage> list(CustomerQuery query) {
        return call(ServiceRequest.list(query), ReplyDecoder::page);
    }

    @Override
    public CompletionStage<@Nullable Void> delete(CustomerHandle handle) {
        return call(ServiceRequest.delete(handle), ReplyDecoder::success);
    }

    /** Starts a call with a body. A body that cannot be written is a failed stage, like all that goes wrong. */
    private <T> CompletionStage<T> write(
            Operation operation, Findings findings, Supplier<ServiceRequest> request, Function<JsonReader, T> reader) {
        ObservedCall call = sender.observe(operation);
        Findings refused = findings.hasErrors() ? findings.except(accepted) : Findings.NONE;
        if (refused.hasErrors()) {
            return call.until(CompletableFuture.failedFuture(new CustomersFailure.Invalid(refused)));
        }
        try {
            return start(request.get(), call, reader);
        } catch (RuntimeException | Error failed) {
            return call.until(CompletableFuture.failedFuture(new CustomersFailure.Unavailable(
                    "not sent: the request could not be written", false, RedactedException.of(failed))));
        }
    }

    private <T> CompletionStage<T> call(ServiceRequest request, Function<JsonReader, T> reader) {
        return start(request, sender.observe(request.operation()), reader);
    }

    private <T> CompletionStage<T> start(ServiceRequest request, ObservedCall call, Function<JsonReader, T> reader) {
        return new CallWithRetries<>(sender, tokens, retries, deadline, request, call, reader).start();
    }

    /**
     * Ends the threads of these customers. Calls in flight fail as {@link CustomersFailure.Unavailable} on the calling
     * thread, and say whether they may have taken effect; so does every later call, without effect. Closes neither the
     * transport nor a timer or an executor of yours. May be called twice.
     */
    @Override
    public void close() {
        timer.close();
    }

    /** A builder of {@link HttpCustomers}. Not safe for use by several threads. */
    public static final class Builder {
        private final BaseUrl baseUrl;
        private @Nullable HttpTransport transport;
        private @Nullable Credentials credentials;
        private Duration deadline = DEFAULT_DEADLINE;
        private ReadRetries retries = new ReadRetries(DEFAULT_READ_RETRIES, FIRST_DELAY);
        private CallLimit identicalCalls;
        private String userAgent = UserAgent.DEFAULT;
        private CallObserver observer = ObservedCall.NO_OBSERVER;
        private @Nullable Consumer<String> wireLog;
        private boolean networkMessages;
        private @Nullable InstantSource clock;
        private @Nullable ScheduledExecutorService timer;
        private @Nullable Executor executor;
        private boolean plainHttpAllowed;
        private Predicate<Finding> accepted = finding -> false;

        private Builder(BaseUrl baseUrl) {
            this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
            identicalCalls = baseUrl.identicalCalls();
        }

        /** Sets the transport; required. Closing it is the caller's responsibility. */
        public Builder transport(HttpTransport transport) {
            this.transport = transport;
            return this;
        }

        /**
         * Allows to send a password over plain HTTP to a host other than this machine. By default, {@link #build}
         * refuses that, because anyone on the way could read the password. Tokens are not checked.
         */
        public Builder allowPlainHttp() {
            plainHttpAllowed = true;
            return this;
        }

        /**
         * Accepts findings, so that a draft or changes with such an error are sent. Use it if a rule turns out to be
         * wrong: {@code acceptFindings(finding -> finding.path().equals("address.zipcode"))}. By default, every error
         * stops a call.
         */
        public Builder acceptFindings(Predicate<Finding> accepted) {
            this.accepted = Objects.requireNonNull(accepted, "accepted");
            return this;
        }

        /** Sets the credentials; required. */
        public Builder credentials(Credentials credentials) {
            this.credentials = credentials;
            return this;
        }

        /**
         * Sets the maximum duration of a call, a login included. The default is {@link #DEFAULT_DEADLINE}.
         *
         * @throws IllegalArgumentException if the deadline is zero, negative or more than a day
         */
        public Builder deadline(Duration deadline) {
            this.deadline = Deadline.checked(deadline);
            return this;
        }

        /**
         * Sets the maximum number of retries of a read after a failure of the transport. The default is {@link
         * #DEFAULT_READ_RETRIES}.
         *
         * @throws IllegalArgumentException if it is not from 0 to 10
         */
        public Builder readRetries(int max) {
            if (max < 0 || max > MAX_READ_RETRIES) {
                throw new IllegalArgumentException("readRetries must be from 0 to " + MAX_READ_RETRIES);
            }
            retries = new ReadRetries(max, FIRST_DELAY);
            return this;
        }

        /**
         * Sets the service's limit of identical calls. The client sends one call less than the limit, in the period of
         * the limit plus a deadline. It does not count calls that others send from the same address. The default
         * depends on the host of the base URL: {@link CallLimit#SANDBOX} for the test hosts, no limit for this
         * machine, and {@link CallLimit#LIVE} for all others.
         */
        public Builder identicalCalls(CallLimit limit) {
            identicalCalls = Objects.requireNonNull(limit, "limit");
            return this;
        }

        /**
         * Adds your product to the header User-Agent, which becomes {@code handlekit/<version> <product>}.
         *
         * @throws IllegalArgumentException if it is not printable ASCII
         */
        public Builder product(String product) {
            userAgent = UserAgent.with(product);
            return this;
        }

        /**
         * Sets the whole header User-Agent; an empty text selects that of the transport. The service has been seen to
         * refuse a client by its name.
         *
         * @throws IllegalArgumentException if it is not printable ASCII
         */
        public Builder userAgent(String userAgent) {
            this.userAgent = UserAgent.checked(userAgent);
            return this;
        }

        /** Sets the observer of every call. By default, nothing is observed. */
        public Builder observer(CallObserver observer) {
            this.observer = Objects.requireNonNull(observer, "observer");
            return this;
        }

        /**
         * Logs each request and reply, for debugging. A line has the method, the path, the names of headers and members,
         * the types and lengths of values, the HTTP status and the code. It never has a value of a customer, a handle or
         * a token. By default, nothing is logged.
         *
         * <pre>{@code
         * builder.wireLog(line -> log.debug(line));
         * // 7 > PUT /customers/text(11) [Accept, Authorization, Content-Type] 22 bytes {comments:text(7)}
         * // 7 < HTTP 200 code 0 36 bytes {code:number(1),data:{success:boolean}}, 12 ms
         * }</pre>
         *
         * @param lines receives the lines, on the threads of the calls; it must not block. Its exceptions are ignored
         */
        public Builder wireLog(Consumer<String> lines) {
            wireLog = Objects.requireNonNull(lines, "lines");
            return this;
        }

        /**
         * Shows the messages of TLS and of sockets in the causes of failures, such as {@code Connection refused} or the
         * name in a wrong certificate. They may reveal addresses and names of your network. By default, a cause has the
         * name of its class alone. Other messages are never shown, because they may quote what was sent.
         */
        public Builder showNetworkMessages() {
            networkMessages = true;
            return this;
        }

        /**
         * Sets the clock for the age of tokens and the counting of calls, for a test. By default they are measured with
         * {@link System#nanoTime}, which no change of the system's time affects.
         */
        public Builder clock(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets the timer of deadlines and retries, for example one that you share between clients. It only hands work
         * over to the {@link #executor}. Closing the customers does not shut it down. Shut it down after you have closed
         * the customers: a timer that drops its tasks drops deadlines. The default is a daemon thread of their own.
         */
        public Builder timer(ScheduledExecutorService timer) {
            this.timer = Objects.requireNonNull(timer, "timer");
            return this;
        }

        /**
         * Sets the executor that completes late calls and starts retries, for example one of virtual threads. Work that
         * it rejects runs on the thread of the timer, so it must reject what it does not run. Closing the customers does
         * not shut it down. The default is up to eight daemon threads of their own.
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        private RequestSender.Settings settings() {
            String url = baseUrl.toString();
            WireLog log = wireLog == null ? null : new WireLog(url, wireLog);
            return new RequestSender.Settings(url, userAgent, observer, log, networkMessages);
        }

        private InstantSource timeOfDay() {
            return clock == null ? InstantSource.system() : clock;
        }

        /**
         * Returns the customers of the service.
         *
         * @throws NullPointerException if the transport or the credentials are not set
         * @throws IllegalStateException if the credentials have a password and the base URL would expose it, unless
         *     {@link #allowPlainHttp()} is set
         */
        public HttpCustomers build() {
            Objects.requireNonNull(transport, "a transport is required");
            Objects.requireNonNull(credentials, "credentials are required");
            if (credentials instanceof Credentials.Login && baseUrl.exposesPasswords() && !plainHttpAllowed) {
                throw new IllegalStateException("the base URL " + baseUrl + " would send the password over plain HTTP;"
                        + " use https, or call allowPlainHttp() on the builder");
            }
            return new HttpCustomers(this, transport, credentials);
        }
    }
}
