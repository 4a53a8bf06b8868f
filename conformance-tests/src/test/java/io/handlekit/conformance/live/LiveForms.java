package io.handlekit.conformance.live;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The customers of a live run. None of them is anybody.
 *
 * @param mark what their notes begin with
 */
record LiveForms(String mark) {
    NewCustomer ada() {
        return NewCustomer.builder()
                .name(PersonName.of("Ada", "Lovelace"))
                .address(new PostalAddress("Herengracht", "12", "", "1017 BX", "Amsterdam", "", "NL"))
                .phone(new PhoneNumber("+31", "20", "5551234"))
                .email("ada@example.com")
                .comments(notes())
                .build();
    }

    NewCustomer golden() {
        return Goldens.newCustomer().toBuilder()
                .comments(notes())
                .tags(List.of())
                .build();
    }

    /** The article's request, but for the notes and the tags, which the account may not have. */
    String article() {
        ObjectNode article = (ObjectNode) Goldens.tree("update-request.json");
        article.put("comments", notes());
        article.remove("tags");
        return article.toString();
    }

    /** A customer with one text of its own. */
    String of(String section, String member, String text) {
        ObjectNode form = (ObjectNode) Goldens.tree("create-request.json");
        form.retain("name", "address", "phone", "email");
        form.put("comments", notes());
        ((ObjectNode) form.get(section)).put(member, text);
        return form.toString();
    }

    private String notes() {
        return mark + " of a live run";
    }

    @Override
    public String toString() {
        return mark;
    }
}
