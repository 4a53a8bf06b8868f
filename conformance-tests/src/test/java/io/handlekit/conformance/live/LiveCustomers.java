package io.handlekit.conformance.live;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The customers that a live run creates. None of them is a real person.
 *
 * @param mark the start of their comments
 */
record LiveCustomers(String mark) {
    NewCustomer ada() {
        return NewCustomer.builder()
                .name(PersonName.of("Ada", "Lovelace"))
                .address(new PostalAddress("Herengracht", "12", "", "1017 BX", "Amsterdam", "", "NL"))
                .phone(new PhoneNumber("+31", "20", "5551234"))
                .email("ada@example.com")
                .comments(comments())
                .build();
    }

    NewCustomer golden() {
        return Goldens.newCustomer().toBuilder()
                .comments(comments())
                .tags(List.of())
                .build();
    }

    /** Returns the modify request of the article with comments of this run, without tags: the account may not have them. */
    String article() {
        ObjectNode article = (ObjectNode) Goldens.tree("update-request.json");
        article.put("comments", comments());
        article.remove("tags");
        return article.toString();
    }

    /** Returns a create request with one member changed. */
    String of(String section, String member, String text) {
        ObjectNode request = (ObjectNode) Goldens.tree("create-request.json");
        request.retain("name", "address", "phone", "email");
        request.put("comments", comments());
        ((ObjectNode) request.get(section)).put(member, text);
        return request.toString();
    }

    private String comments() {
        return mark + " of a live run";
    }

    @Override
    public String toString() {
        return mark;
    }
}
