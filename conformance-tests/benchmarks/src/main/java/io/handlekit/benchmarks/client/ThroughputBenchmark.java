package io.handlekit.benchmarks.client;

import io.handlekit.customers.NewCustomer;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.CallLimit;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.internal.codec.RequestEncoder;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Creates a second with 64 calls in flight, beside the bare HTTP clients that send the same bytes to the same server. The
 * server is a bare Vert.x one in the same process.
 *
 * <p>The bare clients send bytes that are ready and ignore the reply. Those with databind write the bytes in each call and
 * read the handle, as an application has to.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class ThroughputBenchmark {
    private static final int IN_FLIGHT = 64;
    private static final int CALLS = 3_200;
    private static final String REPLY =
            "{\"code\":0,\"desc\":\"\",\"data\":{\"handle\":\"XX123456-XX\"},\"maintenance\":false,\"warnings\":[]}";

    private final NewCustomer draft = SampleCustomer.draft();
    private final byte[] body = RequestEncoder.create(draft);
    private final PlainCustomer plain = StreamingByHand.read(SampleCustomer.reply());
    private final Vertx vertx = Vertx.vertx();
    private final PoolOptions pool = new PoolOptions().setHttp1MaxSize(IN_FLIGHT);
    private final WebClient webClient = WebClient.create(vertx, new WebClientOptions(), pool);
    private final HttpClient jdkClient =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer server;
    private URI uri;
    private HttpTransport vertxTransport;
    private HttpTransport jdkTransport;
    private HttpCustomers overVertx;
    private HttpCustomers overJdk;

    @Setup
    public void start() {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body()
                        .onSuccess(all -> request.response()
                                .putHeader("Content-Type", "application/json")
                                .end(REPLY)))
                .listen(0, "127.0.0.1")
                .await();
        uri = URI.create("http://127.0.0.1:" + server.actualPort() + "/v1/customers");
        vertxTransport = new VertxTransport(vertx, new WebClientOptions(), pool);
        jdkTransport = new JdkTransport(jdkClient, IN_FLIGHT);
        overVertx = customers(vertxTransport);
        overJdk = customers(jdkTransport);
    }

    private HttpCustomers customers(HttpTransport transport) {
        return HttpCustomers.builder(BaseUrl.of(uri.resolve("/v1")))
                .credentials(Credentials.token("token"))
                .transport(transport)
                .identicalCalls(CallLimit.NONE)
                .build();
    }

    @TearDown
    public void stop() throws Exception {
        overVertx.close();
        overJdk.close();
        vertxTransport.close();
        jdkTransport.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void vertxHandlekit() throws InterruptedException {
        run(() -> overVertx.create(draft));
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void vertxBare() throws InterruptedException {
        run(() -> vertxPost(body));
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void vertxWithDatabind() throws InterruptedException {
        run(() -> vertxPost(CodecBenchmark.MAPPER.writeValueAsBytes(plain))
                .thenApply(reply -> handle(reply.body().getBytes())));
    }

    private CompletionStage<HttpResponse<Buffer>> vertxPost(byte[] body) {
        return webClient
                .postAbs(uri.toString())
                .putHeader("Authorization", "Bearer token")
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "application/json")
                .sendBuffer(Buffer.buffer(body))
                .toCompletionStage();
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void jdkHandlekit() throws InterruptedException {
        run(() -> overJdk.create(draft));
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void jdkBare() throws InterruptedException {
        run(() -> jdkPost(body));
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void jdkWithDatabind() throws InterruptedException {
        run(() -> jdkPost(CodecBenchmark.MAPPER.writeValueAsBytes(plain)).thenApply(reply -> handle(reply.body())));
    }

    private CompletableFuture<java.net.http.HttpResponse<byte[]>> jdkPost(byte[] body) {
        return jdkClient.sendAsync(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer token")
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                java.net.http.HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String handle(byte[] reply) {
        return CodecBenchmark.MAPPER.readValue(reply, PlainCustomer.Reply.class).data.handle;
    }

    private static void run(Supplier<CompletionStage<?>> call) throws InterruptedException {
        Semaphore free = new Semaphore(IN_FLIGHT);
        CountDownLatch done = new CountDownLatch(CALLS);
        for (int i = 0; i < CALLS; i++) {
            free.acquire();
            call.get().whenComplete((reply, failure) -> {
                if (failure != null) {
                    failure.printStackTrace();
                }
                free.release();
                done.countDown();
            });
        }
        done.await();
    }
}
