package io.handlekit.conformance.docs;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.NewCustomer;
import java.util.Optional;
import java.util.function.Consumer;

/** The Java examples of docs/failures.md. */
final class FailureExamples {
    private FailureExamples() {}

    static Optional<CustomerHandle> create(BlockingCustomers customers, NewCustomer draft, Consumer<String> out) {
        // tag::create[]
        try {
            return Optional.of(customers.create(draft));
        } catch (CustomersFailure.Invalid invalid) {
            invalid.findings().errors().forEach(error -> out.accept(error.path() + ": " + error.message()));
        } catch (CustomersFailure.Throttled throttled) {
            out.accept("try again in "
                    + throttled.retryAfter().map(Object::toString).orElse("a while"));
        } catch (CustomersFailure failure) {
            out.accept(failure.mayHaveTakenEffect() ? "look for the customer first" : "nothing was created");
        }
        return Optional.empty();
        // end::create[]
    }

    static String answer(CustomersFailure failure) {
        // tag::answer[]
        String said = failure.answer()
                .map(answer -> "HTTP " + answer.httpStatus() + ", code " + answer.code() + ": " + answer.desc())
                .orElse("the service did not answer");
        // end::answer[]
        return said;
    }
}
