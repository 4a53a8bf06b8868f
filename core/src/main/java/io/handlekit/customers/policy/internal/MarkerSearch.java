package io.handlekit.customers.policy.internal;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.Customers;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.policy.Reference;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Finds who bears a marker. */
public record MarkerSearch(Customers customers, Marker marker) {
    /** Next to nobody fits but who is meant. If so many do, the service did not look at the pattern. */
    private static final int MOST = 100;

    /** All who may bear the marker. */
    public CompletionStage<List<ListedCustomer>> candidates(Reference reference) {
        CustomerQuery query = CustomerQuery.all().where(Field.COMMENT, "*" + marker.of(reference) + "*");
        return customers.listAll(query.limit(MOST), MOST).toList();
    }

    /** Those who do: a pattern may not tell capitals from small letters, nor an underscore from any sign. */
    public List<CustomerHandle> exact(Reference reference, List<ListedCustomer> candidates) {
        return candidates.stream()
                .filter(candidate -> !candidate.isDeleted())
                .filter(candidate -> marker.in(candidate.comments()).contains(reference))
                .map(ListedCustomer::handle)
                .toList();
    }
}
