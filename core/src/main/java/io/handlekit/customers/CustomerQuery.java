package io.handlekit.customers;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query for customers: filters, order and page. Immutable; each method returns a new query.
 *
 * <pre>{@code
 * CustomerQuery.all().where(Field.EMAIL, "*@example.com").type(CustomerType.COMPANY).limit(50).offset(100);
 * }</pre>
 *
 * <p>In a pattern, {@code *} matches any text. The vendor's schema calls a pattern "full or partial". It does not say
 * whether a pattern without {@code *} must match the whole text, nor whether case matters. Write the {@code *}, and
 * compare the results with what you search for.
 */
public final class CustomerQuery {
    /** The greatest number of customers on one page (article on API limits). */
    public static final int MAX_LIMIT = 1_000;

    /**
     * The default number of customers on one page (same article). {@link Customers#listAll} requests pages of {@link
     * #MAX_LIMIT} instead.
     */
    public static final int DEFAULT_LIMIT = 100;

    private static final CustomerQuery ALL = new CustomerQuery(new Draft());

    private final Map<Field, String> patterns;
    private final Optional<CustomerType> type;
    private final Optional<Sort> sort;
    private final boolean descending;
    /** Zero if it is not set. */
    private final int limit;

    private final int offset;
    private final boolean withAdditionalData;

    private CustomerQuery(Draft draft) {
        patterns = Collections.unmodifiableMap(new EnumMap<>(draft.patterns));
        type = Optional.ofNullable(draft.type);
        sort = Optional.ofNullable(draft.sort);
        descending = draft.descending;
        limit = draft.limit;
        offset = draft.offset;
        withAdditionalData = draft.withAdditionalData;
    }

    /** Returns a query for the first page of all customers, in the service's order, without additional data. */
    public static CustomerQuery all() {
        return ALL;
    }

    /**
     * Returns a query that also requires this field to match the pattern.
     *
     * @param field the field; a second pattern for the same field replaces the first
     * @param pattern the pattern; not empty, since the service ignores an empty pattern and lists all customers
     * @throws IllegalArgumentException if the pattern is empty
     */
    public CustomerQuery where(Field field, String pattern) {
        Objects.requireNonNull(field, "field");
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException(
                    "empty pattern for " + field + "; leave the field out to match every customer");
        }
        Draft draft = new Draft(this);
        draft.patterns.put(field, pattern);
        return new CustomerQuery(draft);
    }

    /** Returns a query for companies only, or for individuals only. */
    public CustomerQuery type(CustomerType type) {
        Draft draft = new Draft(this);
        draft.type = Objects.requireNonNull(type, "type");
        return new CustomerQuery(draft);
    }

    /** Returns a query sorted by this field in ascending order. */
    public CustomerQuery ascending(Sort sort) {
        return sorted(sort, false);
    }

    /** Returns a query sorted by this field in descending order. */
    public CustomerQuery descending(Sort sort) {
        return sorted(sort, true);
    }

    /** Returns a query in the service's order. */
    CustomerQuery unordered() {
        Draft draft = new Draft(this);
        draft.sort = null;
        draft.descending = false;
        return new CustomerQuery(draft);
    }

    private CustomerQuery sorted(Sort sort, boolean descending) {
        Draft draft = new Draft(this);
        draft.sort = Objects.requireNonNull(sort, "sort");
        draft.descending = descending;
        return new CustomerQuery(draft);
    }

    /**
     * Returns a query with a limit on the customers of a page.
     *
     * @throws IllegalArgumentException unless it is between 1 and {@link #MAX_LIMIT}
     */
    public CustomerQuery limit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "limit " + limit + " is out of range: a page has 1 to " + MAX_LIMIT + " customers");
        }
        Draft draft = new Draft(this);
        draft.limit = limit;
        return new CustomerQuery(draft);
    }

    /**
     * Returns a query for the page that starts after this many customers.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public CustomerQuery offset(int offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("negative offset " + offset);
        }
        Draft draft = new Draft(this);
        draft.offset = offset;
        return new CustomerQuery(draft);
    }

    /** Returns a query with or without additional data of the customers; without is faster. */
    public CustomerQuery withAdditionalData(boolean withAdditionalData) {
        Draft draft = new Draft(this);
        draft.withAdditionalData = withAdditionalData;
        return new CustomerQuery(draft);
    }

    /** Returns the patterns by field; none is empty. */
    public Map<Field, String> patterns() {
        return patterns;
    }

    /** Returns the type, if the query is limited to one. */
    public Optional<CustomerType> type() {
        return type;
    }

    /** Returns the field to sort by; empty for the service's order, which has been observed to be by ascending id. */
    public Optional<Sort> sort() {
        return sort;
    }

    /** Returns true if the order is descending. */
    public boolean isDescending() {
        return descending;
    }

    /** Returns the greatest number of customers on a page; {@link #DEFAULT_LIMIT} if it is not set. */
    public int limit() {
        return limit == 0 ? DEFAULT_LIMIT : limit;
    }

    /** Returns the size of a page of a walk over all pages. */
    int pageSize() {
        return limit == 0 ? MAX_LIMIT : limit;
    }

    /** Returns the number of customers before the page. */
    public int offset() {
        return offset;
    }

    /** Returns true if the customers come with their additional data. */
    public boolean withAdditionalData() {
        return withAdditionalData;
    }

    private List<Object> parts() {
        return List.of(patterns, type, sort, descending, limit, offset, withAdditionalData);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CustomerQuery that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** Returns the fields and the page, but no pattern, which may be a name. */
    @Override
    public String toString() {
        return "CustomerQuery[" + patterns.keySet() + ", limit=" + limit() + ", offset=" + offset + "]";
    }

    /** A field that a pattern can filter. */
    public enum Field {
        /** The handle. */
        HANDLE,
        /** The e-mail address. */
        EMAIL,
        /** The first name. */
        FIRST_NAME,
        /** The last name. */
        LAST_NAME,
        /** The company's name. */
        COMPANY_NAME,
        /** The reseller's notes. */
        COMMENT,
        /** First name, last name, company name or handle; one of them must match. */
        ANY_NAME;

        /** Returns the query parameter's name in the vendor's schema, such as {@code last_name_pattern}. */
        public String wireName() {
            return this == ANY_NAME ? "pattern" : name().toLowerCase(Locale.ROOT) + "_pattern";
        }
    }

    /** The type of a customer: companies have a company name, individuals have none (vendor's schema). */
    public enum CustomerType {
        /** A customer with a company name. */
        COMPANY,
        /** A customer without a company name. */
        INDIVIDUAL;

        /** Returns the type's name in the vendor's schema. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A field to sort by. The vendor's schema names {@code first_name}; the others follow its pattern. */
    public enum Sort {
        /** The service's numeric id, which increases with each creation. */
        ID,
        /** The handle. */
        HANDLE,
        /** The e-mail address. */
        EMAIL,
        /** The first name. */
        FIRST_NAME,
        /** The last name. */
        LAST_NAME,
        /** The company's name. */
        COMPANY_NAME;

        /** Returns the field's name in the service. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The mutable settings of the next query. */
    private static final class Draft {
        private final Map<Field, String> patterns = new EnumMap<>(Field.class);
        private @Nullable CustomerType type;
        private @Nullable Sort sort;
        private boolean descending;
        private int limit;
        private int offset;
        private boolean withAdditionalData;

        private Draft() {}

        private Draft(CustomerQuery query) {
            patterns.putAll(query.patterns);
            type = query.type.orElse(null);
            sort = query.sort.orElse(null);
            descending = query.descending;
            limit = query.limit;
            offset = query.offset;
            withAdditionalData = query.withAdditionalData;
        }
    }
}
