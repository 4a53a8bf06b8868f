package io.handlekit.http.internal.codec;

import io.handlekit.customers.CustomerQuery;

/**
 * The query string of a list call, with the parameters of the vendor's schema in a fixed order. They are sent in the
 * URI only: a client that sent them in the body of a GET received the first page of all customers and took a wrong
 * customer for the right one.
 */
public final class QueryString {
    private final StringBuilder text = new StringBuilder();

    private QueryString() {}

    /** Returns the escaped text after the question mark. */
    public static String of(CustomerQuery query) {
        QueryString string = new QueryString();
        string.add("limit", String.valueOf(query.limit()));
        string.add("offset", String.valueOf(query.offset()));
        query.sort().ifPresent(sort -> {
            string.add("order", query.isDescending() ? "DESC" : "ASC");
            string.add("order_by", sort.wireName());
        });
        query.patterns().forEach((field, pattern) -> string.add(field.wireName(), pattern));
        query.type().ifPresent(type -> string.add("type", type.wireName()));
        string.add("with_additional_data", String.valueOf(query.withAdditionalData()));
        return string.text.toString();
    }

    private void add(String name, String value) {
        text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(PercentEncoding.queryValue(value));
    }
}
