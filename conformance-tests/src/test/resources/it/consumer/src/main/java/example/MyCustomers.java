package example;

import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.Findings;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.vendor.VendorAnswer;
import io.handlekit.customers.validation.CustomerRules;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An implementation of the port in memory. */
public final class MyCustomers implements Customers {
    private static final VendorAnswer NOT_FOUND = VendorAnswer.of(0, 193, "", "");

    private final AtomicInteger ids = new AtomicInteger(100_000);
    private final Map<String, Customer> byHandle = new ConcurrentSkipListMap<>();

    @Override
    public CompletionStage<CustomerHandle> create(NewCustomer draft) {
        return answer(CustomerRules.check(draft), () -> {
            int id = ids.incrementAndGet();
            CustomerHandle handle = new CustomerHandle("XX" + id + "-" + draft.address().country());
            byHandle.put(handle.value(), customer(handle, id, draft));
            return handle;
        });
    }

    @Override
    public CompletionStage<Void> update(CustomerHandle handle, CustomerChanges changes) {
        return answer(CustomerRules.check(changes), () -> {
            known(handle, byHandle.computeIfPresent(handle.value(), (key, old) -> {
                NewCustomer sections = changed(NewCustomer.copyOf(old).build(), changes);
                return customer(handle, old.id().orElseThrow(), sections);
            }));
            return null;
        });
    }

    @Override
    public CompletionStage<Customer> get(CustomerHandle handle) {
        return answer(Findings.NONE, () -> known(handle, byHandle.get(handle.value())));
    }

    @Override
    public CompletionStage<CustomerPage> list(CustomerQuery query) {
        return answer(Findings.NONE, () -> {
            List<Customer> found = new Search(query).in(byHandle.values());
            return new CustomerPage(
                    found.stream()
                            .skip(query.offset())
                            .limit(query.limit())
                            .map(customer -> listed(customer, query.withAdditionalData()))
                            .toList(),
                    found.size());
        });
    }

    @Override
    public CompletionStage<Void> delete(CustomerHandle handle) {
        return answer(Findings.NONE, () -> {
            known(handle, byHandle.remove(handle.value()));
            return null;
        });
    }

    private static <T> CompletionStage<T> answer(Findings findings, Supplier<T> deed) {
        if (findings.hasErrors()) {
            return CompletableFuture.failedFuture(new CustomersFailure.Invalid(findings));
        }
        try {
            return CompletableFuture.completedFuture(deed.get());
        } catch (CustomersFailure failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static Customer known(CustomerHandle handle, Customer customer) {
        if (customer == null) {
            throw new CustomersFailure.UnknownHandle(handle, NOT_FOUND);
        }
        return customer;
    }

    private static Customer customer(CustomerHandle handle, long id, NewCustomer sections) {
        PersonName name = sections.name();
        return Customer.builder(handle, sections)
                .id(id)
                .fullName(name.firstName() + " " + name.lastName())
                .build();
    }

    private static NewCustomer changed(NewCustomer old, CustomerChanges changes) {
        return old.toBuilder()
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
    }

    private static ListedCustomer listed(Customer customer, boolean withAdditionalData) {
        NewCustomer.Builder shown = NewCustomer.copyOf(customer);
        if (!withAdditionalData) {
            shown.additionalData(AdditionalData.EMPTY).extensionData(List.of());
        }
        return ListedCustomer.of(
                customer(customer.handle(), customer.id().orElseThrow(), shown.build()));
    }
}
