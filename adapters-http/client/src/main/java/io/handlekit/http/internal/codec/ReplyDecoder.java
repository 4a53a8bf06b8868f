package io.handlekit.http.internal.codec;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.http.internal.base.HeaderText;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data of replies. Unknown members of a customer are kept as they came. A missing or {@code null} text is
 * empty. A number or a boolean in place of a text is read as text.
 */
public final class ReplyDecoder {
    private ReplyDecoder() {}

    public static CustomerHandle handle(JsonReader data) {
        return new CustomerHandle(required(data, "handle"));
    }

    public static String token(JsonReader data) {
        String token = required(data, "token");
        if (!HeaderText.isToken(token)) {
            throw new UnreadableReply("data.token is not printable ASCII without spaces");
        }
        return token;
    }

    public static @Nullable Void success(JsonReader data) {
        boolean failed = false;
        for (String name = data.firstMember(); name != null; name = data.nextMember()) {
            failed = name.equals("success") ? data.isFalse() : failed;
        }
        if (failed) {
            throw new UnreadableReply("data.success is false despite code 0");
        }
        return null;
    }

    public static Customer customer(JsonReader data) {
        CustomerReader customer = CustomerReader.read(data);
        if (!customer.hasHandle()) {
            throw new UnreadableReply("data.handle is missing");
        }
        return customer.customer();
    }

    /**
     * Returns a page. The service may leave out empty members: a missing list is empty, and a missing total beside it
     * is 0. A missing total beside customers is an error, because a caller who walks the pages relies on it.
     */
    public static CustomerPage page(JsonReader data) {
        Page page = new Page(data.isObject());
        for (String name = data.firstMember(); name != null; name = data.nextMember()) {
            page.member(data, name);
        }
        return page.value();
    }

    private static ListedCustomer listed(CustomerReader customer) {
        if (!customer.hasHandle()) {
            throw new UnreadableReply("an entry of data.results has no handle");
        }
        return ListedCustomer.of(customer.customer());
    }

    private static String required(JsonReader data, String name) {
        String text = "";
        for (String member = data.firstMember(); member != null; member = data.nextMember()) {
            text = member.equals(name) ? data.text() : text;
        }
        if (text == null) {
            throw new UnreadableReply(name + " is not a text");
        }
        if (text.isBlank()) {
            throw new UnreadableReply("data." + name + " is missing");
        }
        return text;
    }

    /** A page in the making. The last of two members with the same name counts. */
    private static final class Page {
        private boolean isList;
        private List<CustomerReader> results = List.of();
        private boolean hasTotal;
        private OptionalLong total = OptionalLong.empty();

        Page(boolean isList) {
            this.isList = isList;
        }

        void member(JsonReader in, String name) {
            if (name.equals("results")) {
                isList = in.isArray() || in.isNull();
                results = CustomerReader.list(in, () -> CustomerReader.read(in));
            } else if (name.equals("total")) {
                hasTotal = !in.isNull();
                total = in.integer();
            }
        }

        CustomerPage value() {
            if (!isList) {
                throw new UnreadableReply("data.results is not a list");
            }
            return new CustomerPage(results.stream().map(ReplyDecoder::listed).toList(), total());
        }

        private long total() {
            if (results.isEmpty() && !hasTotal) {
                return 0;
            }
            return total.stream()
                    .filter(number -> number >= 0)
                    .findFirst()
                    .orElseThrow(() -> new UnreadableReply("data.total is not a number of customers"));
        }
    }

    /** A reply whose data does not have the expected form. The message names a member and never a value. */
    public static final class UnreadableReply extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnreadableReply(String message) {
            super(message);
        }
    }
}
