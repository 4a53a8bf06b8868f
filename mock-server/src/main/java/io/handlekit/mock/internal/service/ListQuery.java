package io.handlekit.mock.internal.service;

import io.handlekit.customers.CustomerQuery;
import io.handlekit.mock.internal.base.ServiceData;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Body;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The query of a list.
 *
 * @param customers which customers, in which order, and which page
 * @param columns the columns to show
 */
record ListQuery(CustomerQuery customers, Columns columns) {
    private static final String COLUMNS = "columns";
    private static final Set<String> KNOWN = known();
    private static final int INVALID_TYPE = 172;
    private static final int INVALID_RESELLER = 8000;

    /**
     * Reads the query.
     *
     * @throws VendorError if it is for another reseller, or for an unknown type of customers
     * @throws BadRequest if a parameter is not understood
     */
    static ListQuery of(Request request) {
        return of(request.query(KNOWN), request);
    }

    /**
     * Reads the query from the members of the body, which shows all columns.
     *
     * @throws VendorError if it is for another reseller, or for an unknown type of customers
     * @throws BadRequest if a member is not understood
     */
    static ListQuery ofBody(Request request) {
        Body body = request.body();
        Map<String, String> members = new HashMap<>();
        for (String name : KNOWN) {
            if (!name.equals(COLUMNS)) {
                members.put(name, member(body, name));
            }
        }
        body.knowing(members.keySet(), request.ignored());
        return of(new QueryParameters(members), request);
    }

    private static String member(Body body, String name) {
        return switch (name) {
            case "reseller_id", "limit", "offset" ->
                body.number(name).stream().mapToObj(String::valueOf).findAny().orElse("");
            case "with_additional_data" -> String.valueOf(body.flag(name));
            default -> body.text(name);
        };
    }

    private static ListQuery of(QueryParameters query, Request request) {
        int reseller = query.number("reseller_id").orElse(0);
        if (reseller != 0 && reseller != ServiceData.RESELLER_ID) {
            throw new VendorError(INVALID_RESELLER, "reseller_id");
        }
        CustomerQuery customers = CustomerQuery.all()
                .limit(query.limit(request.behaviour()))
                .offset(query.number("offset").orElse(0))
                .withAdditionalData(query.flag("with_additional_data"));
        for (CustomerQuery.Field field : CustomerQuery.Field.values()) {
            String pattern = query.text(field.wireName());
            customers = pattern.isEmpty() ? customers : customers.where(field, pattern);
        }
        return new ListQuery(
                sorted(ofType(customers, query), query), Columns.of(query.all(COLUMNS), request.ignored()));
    }

    private static CustomerQuery ofType(CustomerQuery customers, QueryParameters query) {
        return switch (query.text("type")) {
            case "" -> customers;
            case "company" -> customers.type(CustomerQuery.CustomerType.COMPANY);
            case "individual" -> customers.type(CustomerQuery.CustomerType.INDIVIDUAL);
            default -> throw new VendorError(INVALID_TYPE, "type");
        };
    }

    private static CustomerQuery sorted(CustomerQuery customers, QueryParameters query) {
        CustomerQuery.Sort sort = sort(query);
        return switch (query.text("order").toUpperCase(Locale.ROOT)) {
            case "", "ASC" -> customers.ascending(sort);
            case "DESC" -> customers.descending(sort);
            default -> throw query.expected("order", "ASC or DESC");
        };
    }

    /** Returns the field to sort by: {@code first_name} in the vendor's schema, {@code firstName} among its columns. */
    private static CustomerQuery.Sort sort(QueryParameters query) {
        String orderBy = query.text("order_by");
        String name = orderBy.replace("_", "");
        for (CustomerQuery.Sort sort : CustomerQuery.Sort.values()) {
            if (sort.name().replace("_", "").equalsIgnoreCase(name)) {
                return sort;
            }
        }
        if (orderBy.isEmpty()) {
            return CustomerQuery.Sort.ID;
        }
        throw query.expected("order_by", "the name of a field, such as first_name,");
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(List.of(
                "reseller_id", "limit", "offset", "order", "order_by", "with_additional_data", "type", COLUMNS));
        for (CustomerQuery.Field field : CustomerQuery.Field.values()) {
            known.add(field.wireName());
        }
        return known;
    }

    /** Shows no pattern, since those may be personal data. */
    @Override
    public String toString() {
        return "ListQuery[" + customers + "]";
    }
}
