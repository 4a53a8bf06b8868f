package io.handlekit.conformance.programs;

import io.handlekit.conformance.internal.texts.StarPattern;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure.Invalid;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.customers.Findings;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.customers.vendor.VendorAnswer;
import io.handlekit.customers.vendor.VendorCodes;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The simplest implementation of the port: customers in memory, which keep every rule of {@code CustomersContract}.
 * Programs run on it to find out which outcomes to expect. Use it in tests that need a port but not the service.
 *
 * <pre>{@code
 * Customers customers = new ReferenceCustomers();
 * CustomerHandle handle = new BlockingCustomers(customers).create(draft);
 * }</pre>
 *
 * <p>Returned stages are complete. Instances are thread-safe. Use the mock to see how the service behaves beyond the
 * promises of the port.
 */
// The annotations of JSpecify are not needed to use this class.
@SuppressWarnings("exports")
public final class ReferenceCustomers implements Customers {
    private static final int FIRST_NUMBER = 100_001;

    private final Map<Long, Customer> customers = new TreeMap<>();
    private long lastId;

    /** Creates a service without customers. */
    public ReferenceCustomers() {}

    @Override
    public synchronized CompletionStage<CustomerHandle> create(NewCustomer draft) {
        return unlessInvalid(CustomerRules.check(draft), () -> {
            lastId++;
            String number = String.format(Locale.ROOT, "RC%06d", FIRST_NUMBER + lastId);
            CustomerHandle handle =
                    new CustomerHandle(number + "-" + draft.address().country());
            put(lastId, handle, draft);
            return CompletableFuture.completedFuture(handle);
        });
    }

    @Override
    public synchronized CompletionStage<@Nullable Void> update(CustomerHandle handle, CustomerChanges changes) {
        return unlessInvalid(
                CustomerRules.check(changes),
                () -> with(handle, customer -> {
                    put(customer.id().orElseThrow(), handle, after(changes, customer));
                    return null;
                }));
    }

    @Override
    public synchronized CompletionStage<Customer> get(CustomerHandle handle) {
        return with(handle, customer -> customer);
    }

    @Override
    public synchronized CompletionStage<CustomerPage> list(CustomerQuery query) {
        List<ListedCustomer> matching = customers.values().stream()
                .filter(customer -> matches(query, customer))
                .sorted(order(query))
                .map(customer -> ListedCustomer.of(shown(query, customer)))
                .toList();
        List<ListedCustomer> page =
                matching.stream().skip(query.offset()).limit(query.limit()).toList();
        return CompletableFuture.completedFuture(new CustomerPage(page, matching.size()));
    }

    @Override
    public synchronized CompletionStage<@Nullable Void> delete(CustomerHandle handle) {
        return with(handle, customer -> {
            customers.remove(customer.id().orElseThrow());
            return null;
        });
    }

    private static <T extends @Nullable Object> CompletionStage<T> unlessInvalid(
            Findings findings, Supplier<CompletionStage<T>> call) {
        return findings.hasErrors() ? CompletableFuture.failedFuture(new Invalid(findings)) : call.get();
    }

    private <T extends @Nullable Object> CompletionStage<T> with(CustomerHandle handle, Function<Customer, T> what) {
        Optional<Customer> known = customers.values().stream()
                .filter(customer -> customer.handle().equals(handle))
                .findAny();
        return known.isPresent()
                ? CompletableFuture.completedFuture(what.apply(known.get()))
                : CompletableFuture.failedFuture(
                        new UnknownHandle(handle, VendorAnswer.of(0, VendorCodes.UNKNOWN_HANDLE, "", "")));
    }

    private void put(long id, CustomerHandle handle, NewCustomer sections) {
        String fullName = Stream.of(
                        sections.name().firstName(),
                        sections.name().prefix(),
                        sections.name().lastName())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        customers.put(
                id, Customer.builder(handle, sections).id(id).fullName(fullName).build());
    }

    private static NewCustomer after(CustomerChanges changes, Customer customer) {
        return NewCustomer.copyOf(customer)
                .address(changes.address().applyTo(customer.address(), customer.address()))
                .phone(changes.phone().applyTo(customer.phone(), customer.phone()))
                .fax(changes.fax().applyTo(customer.fax(), PhoneNumber.EMPTY))
                .email(changes.email().applyTo(customer.email(), customer.email()))
                .vat(changes.vat().applyTo(customer.vat(), ""))
                .locale(changes.locale().applyTo(customer.locale(), ""))
                .comments(changes.comments().applyTo(customer.comments(), ""))
                .tags(changes.tags().applyTo(customer.tags(), List.of()))
                .additionalData(changes.additionalData().applyTo(customer.additionalData(), AdditionalData.EMPTY))
                .extensionData(changes.extensionData().applyTo(customer.extensionData(), List.of()))
                .build();
    }

    private static boolean matches(CustomerQuery query, Customer customer) {
        boolean company = !customer.companyName().isEmpty();
        return query.patterns().entrySet().stream()
                        .allMatch(pattern -> new StarPattern(pattern.getValue()).matches(pattern.getKey(), customer))
                && query.type()
                        .map(type -> company == (type == CustomerQuery.CustomerType.COMPANY))
                        .orElse(true);
    }

    private static Customer shown(CustomerQuery query, Customer customer) {
        if (query.withAdditionalData()) {
            return customer;
        }
        NewCustomer sections = NewCustomer.copyOf(customer)
                .additionalData(AdditionalData.EMPTY)
                .extensionData(List.of())
                .build();
        return Customer.builder(customer.handle(), sections)
                .id(customer.id().orElseThrow())
                .fullName(customer.fullName())
                .build();
    }

    private static Comparator<Customer> order(CustomerQuery query) {
        Comparator<Customer> byId =
                Comparator.comparingLong(customer -> customer.id().orElseThrow());
        Comparator<Customer> order = query.sort()
                .map(sort -> Comparator.comparing((Customer customer) -> key(sort, customer))
                        .thenComparing(byId))
                .orElse(byId);
        return query.isDescending() ? order.reversed() : order;
    }

    private static String key(CustomerQuery.Sort sort, Customer customer) {
        return switch (sort) {
            case ID -> "";
            case HANDLE -> customer.handle().value();
            case EMAIL -> customer.email();
            case FIRST_NAME -> customer.name().firstName();
            case LAST_NAME -> customer.name().lastName();
            case COMPANY_NAME -> customer.companyName();
        };
    }
}
