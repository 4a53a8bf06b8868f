package io.handlekit.http.internal.codec;

import io.handlekit.customers.CustomerQuery;

/**
 * A query for customers as the parameters of the vendor's schema, always in the same order. They travel in the URI
 * alone: a client that sent them as the body of a GET got the first page of everybody, and took a wrong customer for
 * the right one.
 */
public final class QueryString {
    private final StringBuilder text = new StringBuilder();

    private QueryString() {}

    /** The string after the question mark, escaped. */
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
