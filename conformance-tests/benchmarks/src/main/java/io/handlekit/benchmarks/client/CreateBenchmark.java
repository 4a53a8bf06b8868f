package io.handlekit.benchmarks.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.handlekit.benchmarks.generated.ApiClient;
import io.handlekit.benchmarks.generated.ApiException;
import io.handlekit.benchmarks.generated.api.CustomersApi;
import io.handlekit.benchmarks.generated.model.CreateCustomerReply;
import io.handlekit.benchmarks.generated.model.CreateCustomerRequest;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.CallLimit;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.transport.HttpReply;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A create whose reply comes at once, beside the client that openapi-generator makes of the mock's document. What
 * remains is the work of the client: Handlekit's has rules, a deadline and a guard in it, the generated one has not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class CreateBenchmark {
    private static final byte[] REPLY =
            "{\"code\":0,\"desc\":\"\",\"data\":{\"handle\":\"XX123456-XX\"},\"maintenance\":false,\"warnings\":[]}"
                    .getBytes(StandardCharsets.UTF_8);

    private final NewCustomer draft = SampleCustomer.draft();
    private final Customers handlekit = HttpCustomers.builder(BaseUrl.of("http://127.0.0.1:1/v1"))
            .credentials(Credentials.token("token"))
            .transport(call -> CompletableFuture.completedFuture(new HttpReply(200, "application/json", REPLY)))
            .identicalCalls(CallLimit.NONE)
            .build();

    private CustomersApi generated;
    private CreateCustomerRequest request;

    @Setup
    public void generated() throws JsonProcessingException {
        ApiClient client = new ApiClient() {
            @Override
            public HttpClient getHttpClient() {
                return new InstantHttpClient(REPLY);
            }
        };
        client.updateBaseUri("http://127.0.0.1:1/v1");
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer token"));
        generated = new CustomersApi(client);
        request = client.getObjectMapper().readValue(SampleCustomer.documented(), CreateCustomerRequest.class);
    }

    @Benchmark
    public CustomerHandle createHandlekit() {
        return handlekit.create(draft).toCompletableFuture().join();
    }

    @Benchmark
    public CreateCustomerReply createGenerated() throws ApiException {
        return generated.createCustomer(request);
    }
}
