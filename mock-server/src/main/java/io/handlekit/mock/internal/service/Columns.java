package io.handlekit.mock.internal.service;

import io.handlekit.customers.Customer;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.CustomerView;
import io.handlekit.mock.internal.wire.CustomerWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** The columns of a list: all, or those that the client asked for. */
final class Columns {
    private static final Set<String> OF_THE_NAME = Set.of("firstName", "prefix", "initials", "lastName", "fullName");
    private static final Set<String> OTHERS = Set.of("companyName", "email", "handle", "id");

    private final Set<String> asked;

    private Columns(Set<String> asked) {
        this.asked = asked;
    }

    /**
     * Returns the columns with these names, or all columns if there are none.
     *
     * @throws BadRequest if a name is not a column
     */
    static Columns of(List<String> names) {
        for (String name : names) {
            if (!OF_THE_NAME.contains(name) && !OTHERS.contains(name)) {
                throw QueryParameters.expected("columns", "a column of the vendor's schema, such as lastName,");
            }
        }
        return new Columns(new TreeSet<>(names));
    }

    void write(JsonGenerator out, CustomerView shown, boolean withAdditionalData) {
        if (asked.isEmpty()) {
            CustomerWriter.listed(out, shown, withAdditionalData);
        } else {
            writeAsked(out, shown.customer());
        }
    }

    private void writeAsked(JsonGenerator out, Customer customer) {
        out.writeStartObject();
        if (asked.contains("id")) {
            customer.id().ifPresent(id -> out.writeNumberProperty("id", id));
        }
        ifAsked(out, "handle", "handle", customer.handle().value());
        ifAsked(out, "companyName", "company_name", customer.companyName());
        ifAsked(out, "email", "email", customer.email());
        if (OF_THE_NAME.stream().anyMatch(asked::contains)) {
            out.writeObjectPropertyStart("name");
            ifAsked(out, "initials", "initials", customer.name().initials());
            ifAsked(out, "firstName", "first_name", customer.name().firstName());
            ifAsked(out, "prefix", "prefix", customer.name().prefix());
            ifAsked(out, "lastName", "last_name", customer.name().lastName());
            ifAsked(out, "fullName", "full_name", customer.fullName());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void ifAsked(JsonGenerator out, String column, String member, String text) {
        if (asked.contains(column) && !text.isEmpty()) {
            out.writeStringProperty(member, text);
        }
    }
}
