package io.handlekit.mock;

import io.handlekit.customers.AdditionalData;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A stopgap: which customers a list has, and in which order. */
final class Listing {
    private Listing() {}

    static boolean fits(CustomerQuery query, Customer customer) {
        return query.patterns().entrySet().stream()
                        .allMatch(asked ->
                                texts(asked.getKey(), customer).stream().anyMatch(text -> fits(asked.getValue(), text)))
                && query.type()
                        .map(type -> (type == CustomerQuery.Type.COMPANY)
                                != customer.companyName().isEmpty())
                        .orElse(true);
    }

    static Comparator<Customer> order(CustomerQuery query) {
        Comparator<Customer> byId =
                Comparator.comparingLong(customer -> customer.id().orElseThrow());
        Comparator<Customer> order = query.sort()
                .map(sort -> switch (sort) {
                    case ID -> byId;
                    case HANDLE -> by(CustomerQuery.Field.HANDLE);
                    case EMAIL -> by(CustomerQuery.Field.EMAIL);
                    case FIRST_NAME -> by(CustomerQuery.Field.FIRST_NAME);
                    case LAST_NAME -> by(CustomerQuery.Field.LAST_NAME);
                    case COMPANY_NAME -> by(CustomerQuery.Field.COMPANY_NAME);
                })
                .orElse(byId);
        return query.isDescending() ? order.reversed() : order;
    }

    static ListedCustomer shown(CustomerQuery query, Customer customer) {
        if (query.withAdditionalData()) {
            return ListedCustomer.of(customer);
        }
        NewCustomer sections = NewCustomer.copyOf(customer)
                .additionalData(AdditionalData.EMPTY)
                .extensionData(List.of())
                .build();
        return ListedCustomer.of(
                Derived.complete(customer.handle(), customer.id().orElseThrow(), sections));
    }

    private static Comparator<Customer> by(CustomerQuery.Field field) {
        return Comparator.comparing(customer -> texts(field, customer).get(0));
    }

    private static List<String> texts(CustomerQuery.Field field, Customer customer) {
        String handle = customer.handle().value();
        String first = customer.name().firstName();
        String last = customer.name().lastName();
        return switch (field) {
            case HANDLE -> List.of(handle);
            case EMAIL -> List.of(customer.email());
            case FIRST_NAME -> List.of(first);
            case LAST_NAME -> List.of(last);
            case COMPANY_NAME -> List.of(customer.companyName());
            case COMMENT -> List.of(customer.comments());
            case ANY_NAME -> List.of(first, last, customer.companyName(), handle);
        };
    }

    private static boolean fits(String pattern, String text) {
        String regex =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }
}
