package io.handlekit.mock.internal.store.memory;

import io.handlekit.customers.CustomerQuery;
import io.handlekit.mock.internal.store.CaseFolding;
import io.handlekit.mock.internal.store.SearchTexts;
import io.handlekit.mock.internal.store.StoredPage;
import io.handlekit.mock.internal.store.Wildcard;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Queries over customers in memory. */
final class MemoryListing {
    private MemoryListing() {}

    static StoredPage page(Collection<MemoryRecord> all, CustomerQuery query, boolean bareIsSubstring) {
        List<MemoryRecord> matching = all.stream()
                .filter(matches(query, bareIsSubstring))
                .sorted(order(query))
                .toList();
        int from = Math.min(query.offset(), matching.size());
        int to = Math.min(from + query.limit(), matching.size());
        return new StoredPage(
                matching.subList(from, to).stream()
                        .map(record -> record.customer(Optional.empty()))
                        .toList(),
                matching.size());
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
            case HANDLE -> Stream.of(record.handle().value());
            case EMAIL -> Stream.of(texts.email());
            case FIRST_NAME -> Stream.of(texts.firstName());
            case LAST_NAME -> Stream.of(texts.lastName());
            case COMPANY_NAME -> Stream.of(texts.companyName());
            case COMMENT -> Stream.of(texts.comments());
            case ANY_NAME ->
                Stream.of(
                        texts.firstName(),
                        texts.lastName(),
                        texts.companyName(),
                        record.handle().value());
        };
    }

    private static CustomerQuery.CustomerType typeOf(MemoryRecord record) {
        return record.texts().companyName().isEmpty()
                ? CustomerQuery.CustomerType.INDIVIDUAL
                : CustomerQuery.CustomerType.COMPANY;
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
            case HANDLE -> Comparator.comparing(record -> record.handle().value());
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
