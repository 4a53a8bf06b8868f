package io.handlekit.mock.internal.store;

import io.handlekit.customers.CustomerQuery;
import io.handlekit.mock.internal.engine.CustomerView;
import io.handlekit.mock.internal.engine.Page;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds those who fit a query. */
public final class MemoryListing {
    private MemoryListing() {}

    /**
     * A page of those who fit.
     *
     * @param shown makes what is shown of one on the page
     */
    public static Page page(
            Collection<StoredCustomer> all,
            CustomerQuery query,
            boolean bareIsSubstring,
            Function<StoredCustomer, CustomerView> shown) {
        List<StoredCustomer> fitting = all.stream()
                .filter(fits(query, bareIsSubstring))
                .sorted(order(query))
                .toList();
        int from = Math.min(query.offset(), fitting.size());
        int to = Math.min(from + query.limit(), fitting.size());
        return new Page(fitting.subList(from, to).stream().map(shown).toList(), fitting.size());
    }

    private static Predicate<StoredCustomer> fits(CustomerQuery query, boolean bareIsSubstring) {
        Predicate<StoredCustomer> fits = query.type()
                .<Predicate<StoredCustomer>>map(type -> kept -> type == typeOf(kept))
                .orElse(kept -> true);
        for (Map.Entry<CustomerQuery.Field, String> entry : query.patterns().entrySet()) {
            Wildcard pattern = new Wildcard(entry.getValue(), bareIsSubstring);
            fits = fits.and(kept -> texts(kept, entry.getKey()).anyMatch(pattern::fits));
        }
        return fits;
    }

    private static Stream<String> texts(StoredCustomer kept, CustomerQuery.Field field) {
        StoredCustomer.Texts texts = kept.texts();
        return switch (field) {
            case HANDLE -> Stream.of(kept.handle().value());
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
                        kept.handle().value());
        };
    }

    private static CustomerQuery.CustomerType typeOf(StoredCustomer kept) {
        return kept.texts().companyName().isEmpty()
                ? CustomerQuery.CustomerType.INDIVIDUAL
                : CustomerQuery.CustomerType.COMPANY;
    }

    private static Comparator<StoredCustomer> order(CustomerQuery query) {
        Comparator<StoredCustomer> ascending = query.sort()
                .map(MemoryListing::by)
                .orElse(Comparator.comparingLong(StoredCustomer::id))
                .thenComparingLong(StoredCustomer::id);
        return query.isDescending() ? ascending.reversed() : ascending;
    }

    private static Comparator<StoredCustomer> by(CustomerQuery.Sort sort) {
        return switch (sort) {
            case ID -> Comparator.comparingLong(StoredCustomer::id);
            case HANDLE -> Comparator.comparing(kept -> kept.handle().value());
            case EMAIL -> byText(StoredCustomer.Texts::email);
            case FIRST_NAME -> byText(StoredCustomer.Texts::firstName);
            case LAST_NAME -> byText(StoredCustomer.Texts::lastName);
            case COMPANY_NAME -> byText(StoredCustomer.Texts::companyName);
        };
    }

    private static Comparator<StoredCustomer> byText(Function<StoredCustomer.Texts, String> text) {
        return Comparator.comparing(kept -> text.apply(kept.texts()), String.CASE_INSENSITIVE_ORDER);
    }
}
