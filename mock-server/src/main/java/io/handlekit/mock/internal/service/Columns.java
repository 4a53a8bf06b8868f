package io.handlekit.mock.internal.service;

import io.handlekit.customers.Customer;
import io.handlekit.mock.internal.wire.CustomerView;
import io.handlekit.mock.internal.wire.CustomerWriter;
import io.handlekit.mock.internal.wire.IgnoredMembers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** The columns of a list: all, or those that the client asked for. */
final class Columns {
    private static final Set<String> OF_THE_NAME = Set.of("firstName", "prefix", "initials", "lastName", "fullName");
    private static final Set<String> OTHERS = Set.of("companyName", "email", "handle", "id");

    private final Set<String> names;

    private Columns(Set<String> names) {
        this.names = names;
    }

    /** Returns the columns with these names, or all columns if there are none. Unknown names are recorded as ignored. */
    static Columns of(List<String> given, IgnoredMembers ignored) {
        Set<String> known = new TreeSet<>();
        for (String name : given) {
            if (OF_THE_NAME.contains(name) || OTHERS.contains(name)) {
                known.add(name);
            } else {
                ignored.unknown("?columns[" + name + "]");
            }
        }
        return new Columns(known);
    }

    void write(JsonGenerator out, CustomerView shown, boolean withAdditionalData) {
        if (names.isEmpty()) {
            CustomerWriter.listed(out, shown, withAdditionalData);
        } else {
            writeSelected(out, shown.customer());
        }
    }

    private void writeSelected(JsonGenerator out, Customer customer) {
        out.writeStartObject();
        if (names.contains("id")) {
            customer.id().ifPresent(id -> out.writeNumberProperty("id", id));
        }
        if (names.contains("companyName")) {
            out.writeStringProperty("company_name", customer.companyName());
        }
        if (OF_THE_NAME.stream().anyMatch(names::contains)) {
            out.writeObjectPropertyStart("name");
            ifSelected(out, "initials", "initials", customer.name().initials());
            ifSelected(out, "firstName", "first_name", customer.name().firstName());
            ifSelected(out, "prefix", "prefix", customer.name().prefix());
            ifSelected(out, "lastName", "last_name", customer.name().lastName());
            ifSelected(out, "fullName", "full_name", customer.fullName());
            out.writeEndObject();
        }
        ifSelected(out, "email", "email", customer.email());
        ifSelected(out, "handle", "handle", customer.handle().value());
        out.writeEndObject();
    }

    private void ifSelected(JsonGenerator out, String column, String member, String text) {
        if (names.contains(column) && !text.isEmpty()) {
            out.writeStringProperty(member, text);
        }
    }
}
