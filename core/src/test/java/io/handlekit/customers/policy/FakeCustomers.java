package io.handlekit.customers.policy;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.CustomersFailure.Rejected;
import io.handlekit.customers.CustomersFailure.Throttled;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.customers.vendor.VendorAnswer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service in memory and in virtual time, with scripted faults. */
final class FakeCustomers implements Customers {
    /** The fault of a create. */
    sealed interface CreateFault {
        /** The create is rejected and has no effect. */
        record Refused() implements CreateFault {}

        /** The create is rejected with this answer. */
        record RefusedWith(VendorAnswer answer) implements CreateFault {}

        /** The outcome is unknown, and there is no effect. */
        record Lost() implements CreateFault {}

        /** The outcome is unknown, and the effect comes this long after the call was sent. */
        record Late(Duration effectAfter) implements CreateFault {}

        /** The port throws, against its contract. */
        record Thrown() implements CreateFault {}

        /** The call never completes, and the effect comes this long after it was sent. */
        record Silent(Duration effectAfter) implements CreateFault {}
    }

    /** The fault of a read. */
    enum ReadFault {
        NONE,
        UNAVAILABLE,
        THROTTLED,
        REJECTED
    }

    final Deque<CreateFault> createFaults = new ArrayDeque<>();
    final Deque<ReadFault> listFaults = new ArrayDeque<>();
    final Deque<CustomersFailure> deleteFailures = new ArrayDeque<>();
    final List<String> calls = new ArrayList<>();
    final List<CustomerQuery> queries = new ArrayList<>();
    Runnable beforeGet = () -> {};
    Duration latency = Duration.ZERO;
    Duration listLag = Duration.ZERO;

    private final VirtualTime time;
    private final Map<Long, Customer> stored = new TreeMap<>();
    private final Map<Long, Duration> listedFrom = new TreeMap<>();
    private long lastId;

    private final UnaryOperator<CustomerQuery> interpretation;

    FakeCustomers(VirtualTime time) {
        this(time, UnaryOperator.identity());
    }

    /** A service that reads a query differently, or throws. */
    FakeCustomers(VirtualTime time, UnaryOperator<CustomerQuery> interpretation) {
        this.time = time;
        this.interpretation = interpretation;
    }

    /** Stores a customer without a call. */
    CustomerHandle put(NewCustomer draft, boolean deleted) {
        long id = ++lastId;
        CustomerHandle handle = new CustomerHandle(String.format("XX%06d-XX", id));
        stored.put(id, Customer.builder(handle, draft).id(id).deleted(deleted).build());
        listedFrom.put(id, time.elapsed().plus(listLag));
        return handle;
    }

    void remove(CustomerHandle handle) {
        stored.values().removeIf(customer -> customer.handle().equals(handle));
    }

    List<Customer> stored() {
        return List.copyOf(stored.values());
    }

    Customer stored(CustomerHandle handle) {
        return find(handle).orElseThrow();
    }

    int count(String call) {
        return (int) calls.stream().filter(call::equals).count();
    }

    @Override
    public CompletionStage<CustomerHandle> create(NewCustomer draft) {
        calls.add("create");
        CreateFault fault = createFaults.poll();
        if (fault == null) {
            CustomerHandle handle = put(draft, false);
            return reply(() -> handle);
        }
        if (fault instanceof CreateFault.Thrown) {
            throw new IllegalStateException("a bug");
        }
        if (fault instanceof CreateFault.Refused) {
            return reply(() -> {
                throw new Rejected(answer(131), true);
            });
        }
        if (fault instanceof CreateFault.RefusedWith refused) {
            return reply(() -> {
                throw new Rejected(refused.answer(), true);
            });
        }
        if (fault instanceof CreateFault.Silent silent) {
            time.in(silent.effectAfter(), () -> put(draft, false));
            return new CompletableFuture<>();
        }
        if (fault instanceof CreateFault.Late late) {
            time.in(late.effectAfter(), () -> put(draft, false));
        }
        return reply(() -> {
            throw new Unavailable("no reply", true, null);
        });
    }

    @Override
    public CompletionStage<Void> update(CustomerHandle handle, CustomerChanges changes) {
        calls.add("update");
        if (CustomerRules.check(changes).hasErrors()) {
            return CompletableFuture.failedFuture(new Invalid(CustomerRules.check(changes)));
        }
        return reply(() -> {
            Customer old = find(handle).orElseThrow(() -> new UnknownHandle(handle, answer(193)));
            NewCustomer next = NewCustomer.copyOf(old)
                    .address(changes.address().applyTo(old.address(), old.address()))
                    .phone(changes.phone().applyTo(old.phone(), old.phone()))
                    .fax(changes.fax().applyTo(old.fax(), PhoneNumber.EMPTY))
                    .email(changes.email().applyTo(old.email(), old.email()))
                    .vat(changes.vat().applyTo(old.vat(), ""))
                    .locale(changes.locale().applyTo(old.locale(), ""))
                    .comments(changes.comments().applyTo(old.comments(), ""))
                    .tags(changes.tags().applyTo(old.tags(), List.of()))
                    .additionalData(changes.additionalData().applyTo(old.additionalData(), AdditionalData.EMPTY))
                    .extensionData(changes.extensionData().applyTo(old.extensionData(), List.of()))
                    .build();
            long id = old.id().getAsLong();
            stored.put(id, Customer.builder(handle, next).id(id).build());
            return null;
        });
    }

    @Override
    public CompletionStage<Customer> get(CustomerHandle handle) {
        calls.add("get");
        beforeGet.run();
        return reply(() -> find(handle).orElseThrow(() -> new UnknownHandle(handle, answer(193))));
    }

    /** Returns the customers that exist when the call is made, whenever the reply comes. */
    @Override
    public CompletionStage<CustomerPage> list(CustomerQuery query) {
        calls.add("list");
        queries.add(query);
        ReadFault fault = Optional.ofNullable(listFaults.poll()).orElse(ReadFault.NONE);
        CustomerPage page = page(interpretation.apply(query));
        return reply(() -> switch (fault) {
            case NONE -> page;
            case UNAVAILABLE -> throw new Unavailable("no reply", false, null);
            case THROTTLED -> throw new Throttled(answer(4007));
            case REJECTED -> throw new Rejected(answer(4002), false);
        });
    }

    @Override
    public CompletionStage<Void> delete(CustomerHandle handle) {
        calls.add("delete");
        CustomersFailure failure = deleteFailures.poll();
        if (failure != null) {
            return reply(() -> {
                throw failure;
            });
        }
        return reply(() -> {
            remove(find(handle)
                    .orElseThrow(() -> new UnknownHandle(handle, answer(193)))
                    .handle());
            return null;
        });
    }

    private CustomerPage page(CustomerQuery query) {
        List<ListedCustomer> all = stored.values().stream()
                .filter(customer -> listedFrom.get(customer.id().getAsLong()).compareTo(time.elapsed()) <= 0)
                .filter(customer -> query.patterns().entrySet().stream()
                        .allMatch(entry -> fits(entry.getValue(), text(entry.getKey(), customer))))
                .map(ListedCustomer::of)
                .toList();
        return new CustomerPage(
                all.stream().skip(query.offset()).limit(query.limit()).toList(), all.size());
    }

    private static String text(CustomerQuery.Field field, Customer customer) {
        return switch (field) {
            case COMMENT -> customer.comments();
            case EMAIL -> customer.email();
            case LAST_NAME -> customer.name().lastName();
            default -> throw new AssertionError("no test filters by " + field);
        };
    }

    /** Matches as a database may: case does not count, and an underscore is any character. */
    private static boolean fits(String pattern, String text) {
        String regex = Stream.of(pattern.toLowerCase(Locale.ROOT).split("\\*", -1))
                .map(piece ->
                        Stream.of(piece.split("_", -1)).map(Pattern::quote).collect(Collectors.joining(".")))
                .collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL)
                .matcher(text.toLowerCase(Locale.ROOT))
                .matches();
    }

    private Optional<Customer> find(CustomerHandle handle) {
        return stored.values().stream()
                .filter(customer -> customer.handle().equals(handle))
                .findFirst();
    }

    private <T> CompletionStage<T> reply(Supplier<T> outcome) {
        CompletableFuture<T> reply = new CompletableFuture<>();
        Runnable answer = () -> {
            try {
                reply.complete(outcome.get());
            } catch (CustomersFailure failure) {
                reply.completeExceptionally(failure);
            }
        };
        if (latency.isZero()) {
            answer.run();
        } else {
            time.in(latency, answer);
        }
        return reply;
    }

    static VendorAnswer answer(int code) {
        return VendorAnswer.of(500, code, "", "");
    }
}
