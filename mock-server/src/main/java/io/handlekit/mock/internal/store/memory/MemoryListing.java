package io.handlekit.mock.internal.store.memory;

import io.handlekit.customers.CustomerQuery;
import io.handlekit.mock.internal.store.CaseFolding;
import io.handlekit.mock.internal.store.StoredCustomer;
import io.handlekit.mock.internal.store.StoredPage;
import io.handlekit.mock.internal.store.Wildcard;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A query over customers in memory. */
final class MemoryListing {
    private final CustomerQuery query;
    private final Predicate<MemoryRecord> matches;
    private final Comparator<MemoryRecord> order;
    private final String handleStart;

    MemoryListing(CustomerQuery query, boolean bareIsSubstring) {
        this.query = query;
        matches = matches(query, bareIsSubstring);
        order = order(query);
        String handle = query.patterns().getOrDefault(CustomerQuery.Field.HANDLE, "");
        handleStart = new Wildcard(handle, bareIsSubstring).start();
    }

    StoredPage page(MemoryContents contents) {
        return contents.select(handleStart, this::page);
    }

    /** Keeps only the records up to the end of the page: sorting a million takes seconds. */
    private StoredPage page(Stream<MemoryRecord> candidates) {
        long most = (long) query.offset() + query.limit();
        PriorityQueue<MemoryRecord> first = new PriorityQueue<>(order.reversed());
        int total = 0;
        for (Iterator<MemoryRecord> all = candidates.iterator(); all.hasNext(); ) {
            MemoryRecord record = all.next();
            if (!record.isDeleted() && matches.test(record)) {
                total++;
                if (total <= most) {
                    first.add(record);
                } else if (order.compare(record, first.element()) < 0) {
                    first.remove();
                    first.add(record);
                }
            }
        }
        List<StoredCustomer> page = first.stream()
                .sorted(order)
                .skip(query.offset())
                .map(MemoryRecord::customer)
                .toList();
        return new StoredPage(page, total);
    }

    private static Predicate<MemoryRecord> matches(CustomerQuery query, boolean bareIsSubstring) {
        Predicate<MemoryRecord> matches = query.type()
                .<Predicate<MemoryRecord>>map(type -> record -> type == typeOf(record))
                .orElse(record -> true);
        for (Map.Entry<CustomerQuery.Field, String> entry : query.patterns().entrySet()) {
            Wildcard pattern = new Wildcard(entry.getValue(), bareIsSubstring);
            matches = matches.and(record -> texts(record, entry.getKey()).anyMatch(pattern::matches));
        }
        return matches;
    }

    private static Stream<String> texts(MemoryRecord record, CustomerQuery.Field field) {
        SearchTexts texts = record.texts();
        return switch (field) {
            case HANDLE -> Stream.of(record.handle());
            case EMAIL -> Stream.of(texts.email());
            case FIRST_NAME -> Stream.of(texts.firstName());
            case LAST_NAME -> Stream.of(texts.lastName());
            case COMPANY_NAME -> Stream.of(texts.companyName());
            case COMMENT -> Stream.of(texts.comments());
            case ANY_NAME -> Stream.of(texts.firstName(), texts.lastName(), texts.companyName(), record.handle());
        };
    }

    private static CustomerQuery.CustomerType typeOf(MemoryRecord record) {
        return record.texts().isCompany() ? CustomerQuery.CustomerType.COMPANY : CustomerQuery.CustomerType.INDIVIDUAL;
    }

    private static Comparator<MemoryRecord> order(CustomerQuery query) {
        Comparator<MemoryRecord> ascending = query.sort()
                .map(MemoryListing::by)
                .orElse(Comparator.comparingLong(MemoryRecord::id))
                .thenComparingLong(MemoryRecord::id);
        return query.isDescending() ? ascending.reversed() : ascending;
    }

    private static Comparator<MemoryRecord> by(CustomerQuery.Sort sort) {
        return switch (sort) {
            case ID -> Comparator.comparingLong(MemoryRecord::id);
            case HANDLE -> Comparator.comparing(record -> record.handle());
            case EMAIL -> byText(SearchTexts::email);
            case FIRST_NAME -> byText(SearchTexts::firstName);
            case LAST_NAME -> byText(SearchTexts::lastName);
            case COMPANY_NAME -> byText(SearchTexts::companyName);
        };
    }

    private static Comparator<MemoryRecord> byText(Function<SearchTexts, String> text) {
        return Comparator.comparing(record -> text.apply(record.texts()), CaseFolding.ORDER);
    }
}
