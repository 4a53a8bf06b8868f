package io.handlekit.conformance.faults;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.transport.HttpTransport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** One call of each operation under a fault, all at once, each to a server of its own. */
final class FaultyCalls implements AutoCloseable {
    static final List<String> OPERATIONS = List.of("create", "update", "get", "list", "delete");

    private static final CustomerHandle HANDLE = new CustomerHandle("AB123456-GB");
    private static final NewCustomer DRAFT = NewCustomer.builder()
            .name(PersonName.of("Ada", "Lovelace"))
            .address(new PostalAddress("Dorset Street", "1", "", "W1U 4EG", "London", "", "GB"))
            .phone(new PhoneNumber("+44", "20", "79460000"))
            .email("ada@example.com")
            .build();
    private static final CustomerChanges CHANGES =
            CustomerChanges.builder().email("ada@example.org").build();

    private final List<FaultCase.Scene> scenes = new ArrayList<>();
    private final List<HttpCustomers> clients = new ArrayList<>();
    private final List<CompletableFuture<?>> calls = new ArrayList<>();

    private FaultyCalls() {}

    static FaultyCalls start(FaultCase fault, HttpTransport transport) throws IOException {
        FaultyCalls all = new FaultyCalls();
        for (String operation : OPERATIONS) {
            FaultCase.Scene scene = fault.place().open();
            all.scenes.add(scene);
            HttpCustomers customers = HttpCustomers.builder(scene.baseUrl())
                    .transport(transport)
                    .credentials(fault.credentials())
                    .deadline(fault.deadline())
                    .build();
            all.clients.add(customers);
            all.calls.add(call(operation, customers).toCompletableFuture());
        }
        return all;
    }

    private static CompletionStage<?> call(String operation, Customers customers) {
        return switch (operation) {
            case "create" -> customers.create(DRAFT);
            case "update" -> customers.update(HANDLE, CHANGES);
            case "get" -> customers.get(HANDLE);
            case "list" -> customers.list(CustomerQuery.all());
            case "delete" -> customers.delete(HANDLE);
            default -> throw new IllegalArgumentException(operation);
        };
    }

    /** Returns for each operation its outcome, whether it may have taken effect, and how often it was sent. */
    List<String> outcomes() {
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < OPERATIONS.size(); i++) {
            outcomes.add(outcome(calls.get(i)) + ", " + scenes.get(i).calls() + "×");
        }
        return outcomes;
    }

    private static String outcome(CompletableFuture<?> call) {
        try {
            call.join();
            return "success";
        } catch (CompletionException failed) {
            if (!(failed.getCause() instanceof CustomersFailure failure)) {
                throw new AssertionError("every failure is a CustomersFailure", failed.getCause());
            }
            return failure.getClass().getSimpleName()
                    + (failure.mayHaveTakenEffect() ? ", **perhaps**" : "")
                    + retryAfter(failure);
        }
    }

    private static String retryAfter(CustomersFailure failure) {
        return failure instanceof CustomersFailure.Throttled throttled
                ? throttled
                        .retryAfter()
                        .map(delay -> ", retry after " + delay.toSeconds() + " s")
                        .orElse("")
                : "";
    }

    @Override
    public void close() throws IOException {
        clients.forEach(HttpCustomers::close);
        for (FaultCase.Scene scene : scenes) {
            scene.close();
        }
    }
}
