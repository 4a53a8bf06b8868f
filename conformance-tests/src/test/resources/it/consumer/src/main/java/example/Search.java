package example;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.CustomerType;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.CustomerQuery.Sort;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the customers that match a query, in its order. */
record Search(CustomerQuery query) {
    List<Customer> in(Collection<Customer> all) {
        return all.stream().filter(this::fits).sorted(order()).toList();
    }

    private boolean fits(Customer customer) {
        boolean company = !customer.companyName().isEmpty();
        return query.type().map(type -> (type == CustomerType.COMPANY) == company).orElse(true)
                && query.patterns().entrySet().stream()
                        .allMatch(entry -> texts(entry.getKey(), customer).anyMatch(fitting(entry.getValue())));
    }

    private static Predicate<String> fitting(String pattern) {
        String regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return text -> Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }

    private static Stream<String> texts(Field field, Customer customer) {
        return switch (field) {
            case HANDLE -> Stream.of(customer.handle().value());
            case EMAIL -> Stream.of(customer.email());
            case FIRST_NAME -> Stream.of(customer.name().firstName());
            case LAST_NAME -> Stream.of(customer.name().lastName());
            case COMPANY_NAME -> Stream.of(customer.companyName());
            case COMMENT -> Stream.of(customer.comments());
            case ANY_NAME ->
                Stream.of(Field.FIRST_NAME, Field.LAST_NAME, Field.COMPANY_NAME, Field.HANDLE)
                        .flatMap(one -> texts(one, customer));
        };
    }

    private Comparator<Customer> order() {
        Comparator<Customer> order = comparator(query.sort().orElse(Sort.ID));
        return query.isDescending() ? order.reversed() : order;
    }

    private static Comparator<Customer> comparator(Sort sort) {
        return switch (sort) {
            case ID -> Comparator.comparing(customer -> customer.id().orElseThrow());
            case HANDLE -> Comparator.comparing(customer -> customer.handle().value());
            case EMAIL -> Comparator.comparing(Customer::email);
            case FIRST_NAME -> Comparator.comparing(customer -> customer.name().firstName());
            case LAST_NAME -> Comparator.comparing(customer -> customer.name().lastName());
            case COMPANY_NAME -> Comparator.comparing(Customer::companyName);
        };
    }
}
