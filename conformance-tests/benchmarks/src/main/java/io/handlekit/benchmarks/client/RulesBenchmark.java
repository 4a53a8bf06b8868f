package io.handlekit.benchmarks.client;

import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.validation.CustomerRules;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The check of a draft, beside Hibernate Validator with equal constraints: without findings, and with five. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class RulesBenchmark {
    private final Validator validator = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();
    private final NewCustomer clean = SampleCustomer.clean();
    private final NewCustomer wrong = clean.toBuilder()
            .email("nobody")
            .phone(clean.phone().toBuilder()
                    .countryCode("44")
                    .subscriberNumber("1-2")
                    .build())
            .name(clean.name().toBuilder().firstName("").lastName(" ").build())
            .build();
    private final ValidatedCustomer annotatedClean = ValidatedCustomer.of(clean);
    private final ValidatedCustomer annotatedWrong = ValidatedCustomer.of(wrong);

    public RulesBenchmark() {
        if (!CustomerRules.check(clean).all().isEmpty()
                || !validator.validate(annotatedClean).isEmpty()) {
            throw new IllegalStateException("the clean draft has findings");
        }
    }

    @Benchmark
    public Findings cleanHandlekit() {
        return CustomerRules.check(clean);
    }

    @Benchmark
    public Set<?> cleanHibernateValidator() {
        return validator.validate(annotatedClean);
    }

    @Benchmark
    public Findings wrongHandlekit() {
        return CustomerRules.check(wrong);
    }

    @Benchmark
    public Set<?> wrongHibernateValidator() {
        return validator.validate(annotatedWrong);
    }
}
