package io.handlekit.mock;

import io.handlekit.customers.CustomerQuery;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds those who fit a query. */
final class Listing {
    private Listing() {}

    /**
     * A page of those who fit.
     *
     * @param shown makes what is shown of one on the page
     */
    static Page page(Collection<Kept> all, CustomerQuery query, boolean bareIsSubstring, Function<Kept, Shown> shown) {
        List<Kept> fitting = all.stream()
                .filter(fits(query, bareIsSubstring))
                .sorted(order(query))
                .toList();
        int from = Math.min(query.offset(), fitting.size());
        int to = Math.min(from + query.limit(), fitting.size());
        return new Page(fitting.subList(from, to).stream().map(shown).toList(), fitting.size());
    }

    private static Predicate<Kept> fits(CustomerQuery query, boolean bareIsSubstring) {
        Predicate<Kept> fits = query.type()
                .<Predicate<Kept>>map(type -> kept -> type == typeOf(kept))
                .orElse(kept -> true);
        for (Map.Entry<CustomerQuery.Field, String> entry : query.patterns().entrySet()) {
            Wildcard pattern = new Wildcard(entry.getValue(), bareIsSubstring);
            fits = fits.and(kept -> texts(kept, entry.getKey()).anyMatch(pattern::fits));
        }
        return fits;
    }

    private static Stream<String> texts(Kept kept, CustomerQuery.Field field) {
        Kept.Texts texts = kept.texts();
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

    private static CustomerQuery.CustomerType typeOf(Kept kept) {
        return kept.texts().companyName().isEmpty()
                ? CustomerQuery.CustomerType.INDIVIDUAL
                : CustomerQuery.CustomerType.COMPANY;
    }

    private static Comparator<Kept> order(CustomerQuery query) {
        Comparator<Kept> ascending = query.sort()
                .map(Listing::by)
                .orElse(Comparator.comparingLong(Kept::id))
                .thenComparingLong(Kept::id);
        return query.isDescending() ? ascending.reversed() : ascending;
    }

    private static Comparator<Kept> by(CustomerQuery.Sort sort) {
        return switch (sort) {
            case ID -> Comparator.comparingLong(Kept::id);
            case HANDLE -> Comparator.comparing(kept -> kept.handle().value());
            case EMAIL -> byText(Kept.Texts::email);
            case FIRST_NAME -> byText(Kept.Texts::firstName);
            case LAST_NAME -> byText(Kept.Texts::lastName);
            case COMPANY_NAME -> byText(Kept.Texts::companyName);
        };
    }

    private static Comparator<Kept> byText(Function<Kept.Texts, String> text) {
        return Comparator.comparing(kept -> text.apply(kept.texts()), String.CASE_INSENSITIVE_ORDER);
    }
}
