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
 * Which customers to list, and which page of them. Immutable: each method returns another query.
 *
 * <pre>{@code
 * CustomerQuery.all().where(Field.EMAIL, "*@example.com").type(CustomerType.COMPANY).limit(50).offset(100);
 * }</pre>
 *
 * <p>In a pattern, {@code *} stands for any text. The vendor's schema calls a pattern "full or partial" and does not
 * say whether one without {@code *} has to be the whole text, nor whether small letters match capitals: write the
 * stars, and compare what comes back with what you look for.
 */
public final class CustomerQuery {
    /** As many customers as one page may have at most (article on API limits). */
    public static final int MAX_LIMIT = 1_000;

    /** As many customers as one page has unless another limit is set (the same article). */
    public static final int DEFAULT_LIMIT = 100;

    private static final CustomerQuery ALL = new CustomerQuery(new Form());

    private final Map<Field, String> patterns;
    private final Optional<CustomerType> type;
    private final Optional<Sort> sort;
    private final boolean descending;
    private final int limit;
    private final int offset;
    private final boolean withAdditionalData;

    private CustomerQuery(Form form) {
        patterns = Collections.unmodifiableMap(new EnumMap<>(form.patterns));
        type = Optional.ofNullable(form.type);
        sort = Optional.ofNullable(form.sort);
        descending = form.descending;
        limit = form.limit;
        offset = form.offset;
        withAdditionalData = form.withAdditionalData;
    }

    /** The first page of all customers, in the service's own order, without their additional data. */
    public static CustomerQuery all() {
        return ALL;
    }

    /**
     * Only customers for whom this field fits the pattern, and all patterns given for other fields do.
     *
     * @param field the field; a second pattern for it takes the place of the first
     * @param pattern the pattern; not empty, since the service takes an empty one for none and lists everybody
     * @throws IllegalArgumentException if it is empty
     */
    public CustomerQuery where(Field field, String pattern) {
        Objects.requireNonNull(field, "field");
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException("a pattern is not empty");
        }
        Form form = new Form(this);
        form.patterns.put(field, pattern);
        return new CustomerQuery(form);
    }

    /** Only companies, or only those who are not. */
    public CustomerQuery type(CustomerType type) {
        Form form = new Form(this);
        form.type = Objects.requireNonNull(type, "type");
        return new CustomerQuery(form);
    }

    /** Sorted by this field, smallest first. */
    public CustomerQuery ascending(Sort sort) {
        return sorted(sort, false);
    }

    /** Sorted by this field, greatest first. */
    public CustomerQuery descending(Sort sort) {
        return sorted(sort, true);
    }

    private CustomerQuery sorted(Sort sort, boolean descending) {
        Form form = new Form(this);
        form.sort = Objects.requireNonNull(sort, "sort");
        form.descending = descending;
        return new CustomerQuery(form);
    }

    /**
     * At most so many customers on the page.
     *
     * @throws IllegalArgumentException unless it is between 1 and {@link #MAX_LIMIT}
     */
    public CustomerQuery limit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " customers");
        }
        Form form = new Form(this);
        form.limit = limit;
        return new CustomerQuery(form);
    }

    /**
     * The page starts after so many customers.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public CustomerQuery offset(int offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is not negative");
        }
        Form form = new Form(this);
        form.offset = offset;
        return new CustomerQuery(form);
    }

    /** Whether the customers come with their additional data; without is quicker. */
    public CustomerQuery withAdditionalData(boolean withAdditionalData) {
        Form form = new Form(this);
        form.withAdditionalData = withAdditionalData;
        return new CustomerQuery(form);
    }

    /** The patterns, by the field that has to fit; none of them is empty. */
    public Map<Field, String> patterns() {
        return patterns;
    }

    /** The one type asked for, if only one is. */
    public Optional<CustomerType> type() {
        return type;
    }

    /** What to sort by, unless the service's own order will do; that has been seen to be ascending by id. */
    public Optional<Sort> sort() {
        return sort;
    }

    /** Whether the greatest comes first. */
    public boolean isDescending() {
        return descending;
    }

    /** How many customers a page has at most. */
    public int limit() {
        return limit;
    }

    /** After how many customers the page starts. */
    public int offset() {
        return offset;
    }

    /** Whether the customers come with their additional data. */
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

    /** Shows the page and the fields, but no pattern: people are looked for by their names. */
    @Override
    public String toString() {
        return "CustomerQuery[" + patterns.keySet() + ", limit=" + limit + ", offset=" + offset + "]";
    }

    /** What a pattern can be given for. */
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
        /** First name, last name, company name or handle: one of them has to fit. */
        ANY_NAME;

        /** The query parameter's name in the vendor's schema, such as {@code last_name_pattern}. */
        public String wireName() {
            return this == ANY_NAME ? "pattern" : name().toLowerCase(Locale.ROOT) + "_pattern";
        }
    }

    /** Companies have a company name, individuals have none (vendor's schema). */
    public enum CustomerType {
        /** With a company name. */
        COMPANY,
        /** Without one. */
        INDIVIDUAL;

        /** The type's name in the vendor's schema. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What customers can be sorted by. The vendor's schema names {@code first_name}; the others follow its pattern. */
    public enum Sort {
        /** The service's number for a customer, which ascends with each creation. */
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

        /** The field's name as the service knows it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the next query is made of. */
    private static final class Form {
        private final Map<Field, String> patterns = new EnumMap<>(Field.class);
        private @Nullable CustomerType type;
        private @Nullable Sort sort;
        private boolean descending;
        private int limit = DEFAULT_LIMIT;
        private int offset;
        private boolean withAdditionalData;

        private Form() {}

        private Form(CustomerQuery query) {
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
