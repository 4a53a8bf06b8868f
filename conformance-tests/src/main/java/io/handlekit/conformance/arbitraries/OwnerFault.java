package io.handlekit.conformance.arbitraries;

import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.tld.TldField;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fault of an owner.
 *
 * @param kind the kind of owner
 * @param field the field that the finding names
 * @param missing the fields that are missing; empty if the field has a value that is not allowed
 */
record OwnerFault(OwnerKind kind, TldField field, List<String> missing, String tld) {
    BrokenDraft in(NewCustomer owner, String word) {
        TldOwnerDraft complete = TldOwnerDraft.of(owner, tld);
        NewCustomer draft = missing.isEmpty()
                ? complete.with(field.name(), field.places().get(0), "no " + word)
                : complete.without(missing);
        String path = TldOwnerDraft.of(draft, tld).path(field);
        SortedMap<String, Integer> errors = new TreeMap<>();
        errors.put(path, path.equals("additional_data.birth_country") ? 6003 : 0);
        return new BrokenDraft(draft, errors);
    }

    @Override
    public String toString() {
        return field.name() + (missing.isEmpty() ? " of another value" : " missing") + " for " + kind;
    }
}
