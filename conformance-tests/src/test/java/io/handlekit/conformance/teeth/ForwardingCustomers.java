package io.handlekit.conformance.teeth;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.Customers;
import io.handlekit.customers.NewCustomer;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** A port that forwards each call. Override one to plant a fault. */
class ForwardingCustomers implements Customers {
    private final Customers sound;

    ForwardingCustomers(Customers sound) {
        this.sound = sound;
    }

    /** A way to update. */
    interface Updating {
        CompletionStage<Void> update(Customers sound, CustomerHandle handle, CustomerChanges changes);
    }

    /** Plants a fault in creates. */
    static UnaryOperator<Customers> onCreate(BiFunction<Customers, NewCustomer, CompletionStage<CustomerHandle>> way) {
        return sound -> new ForwardingCustomers(sound) {
            @Override
            public CompletionStage<CustomerHandle> create(NewCustomer draft) {
                return way.apply(sound, draft);
            }
        };
    }

    /** Plants a fault in updates. */
    static UnaryOperator<Customers> onUpdate(Updating way) {
        return sound -> new ForwardingCustomers(sound) {
            @Override
            public CompletionStage<Void> update(CustomerHandle handle, CustomerChanges changes) {
                return way.update(sound, handle, changes);
            }
        };
    }

    /** Plants a fault in reads. */
    static UnaryOperator<Customers> onGet(BiFunction<Customers, CustomerHandle, CompletionStage<Customer>> way) {
        return sound -> new ForwardingCustomers(sound) {
            @Override
            public CompletionStage<Customer> get(CustomerHandle handle) {
                return way.apply(sound, handle);
            }
        };
    }

    /** Plants a fault in lists. */
    static UnaryOperator<Customers> onList(BiFunction<Customers, CustomerQuery, CompletionStage<CustomerPage>> way) {
        return sound -> new ForwardingCustomers(sound) {
            @Override
            public CompletionStage<CustomerPage> list(CustomerQuery query) {
                return way.apply(sound, query);
            }
        };
    }

    /** Plants a fault in deletes. */
    static UnaryOperator<Customers> onDelete(BiFunction<Customers, CustomerHandle, CompletionStage<Void>> way) {
        return sound -> new ForwardingCustomers(sound) {
            @Override
            public CompletionStage<Void> delete(CustomerHandle handle) {
                return way.apply(sound, handle);
            }
        };
    }

    @Override
    public CompletionStage<CustomerHandle> create(NewCustomer draft) {
        return sound.create(draft);
    }

    @Override
    public CompletionStage<Void> update(CustomerHandle handle, CustomerChanges changes) {
        return sound.update(handle, changes);
    }

    @Override
    public CompletionStage<Customer> get(CustomerHandle handle) {
        return sound.get(handle);
    }

    @Override
    public CompletionStage<CustomerPage> list(CustomerQuery query) {
        return sound.list(query);
    }

    @Override
    public CompletionStage<Void> delete(CustomerHandle handle) {
        return sound.delete(handle);
    }
}
