package io.handlekit.benchmarks.client;

import io.handlekit.customers.Customer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.http.internal.codec.RequestEncoder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Encoding and decoding of the documentation's customer, beside databind on plain objects and streaming by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class CodecBenchmark {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    all -> all.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final byte[] reply = SampleCustomer.reply();
    private final NewCustomer draft = SampleCustomer.draft();
    private final PlainCustomer plain = StreamingByHand.read(reply);

    @Benchmark
    public byte[] encodeHandlekit() {
        return RequestEncoder.create(draft);
    }

    @Benchmark
    public byte[] encodeDatabind() {
        return MAPPER.writeValueAsBytes(plain);
    }

    @Benchmark
    public byte[] encodeByHand() {
        return StreamingByHand.write(plain);
    }

    @Benchmark
    public Customer decodeHandlekit() {
        return SampleCustomer.decoded(reply);
    }

    @Benchmark
    public Object decodeDatabind() {
        return MAPPER.readValue(reply, PlainCustomer.Reply.class).data;
    }

    @Benchmark
    public Object decodeByHand() {
        return StreamingByHand.read(reply);
    }
}
