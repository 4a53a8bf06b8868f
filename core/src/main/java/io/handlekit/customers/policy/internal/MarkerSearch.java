package io.handlekit.customers.policy.internal;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.Customers;
import io.handlekit.customers.ListedCustomer;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A search for the customers whose comments contain the marker of a reference. */
public record MarkerSearch(Customers customers, Marker marker) {
    /** Few customers other than the right one match. If so many do, the service ignored the pattern. */
    private static final int MAX_CANDIDATES = 100;

    /** Lists the customers that may have the marker. */
    public CompletionStage<List<ListedCustomer>> candidates(String reference) {
        CustomerQuery query = CustomerQuery.all().where(Field.COMMENT, "*" + marker.textOf(reference) + "*");
        return customers.listAll(query.limit(MAX_CANDIDATES), MAX_CANDIDATES).toList();
    }

    /** Returns those that do have it: a pattern may ignore case, or take an underscore for any character. */
    public List<CustomerHandle> exact(String reference, List<ListedCustomer> candidates) {
        return candidates.stream()
                .filter(candidate -> !candidate.isDeleted())
                .filter(candidate -> marker.in(candidate.comments()).contains(reference))
                .map(ListedCustomer::handle)
                .toList();
    }
}
