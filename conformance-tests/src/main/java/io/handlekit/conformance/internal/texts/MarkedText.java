package io.handlekit.conformance.internal.texts;

import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.validation.TextRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mark that is put into every text of a customer, so that a rule recognises the text wherever it turns up.
 *
 * @param mark what is put before each text. In an e-mail address it comes after the first character: at either end it
 *     would repair an address that lacks a part
 * @param digits what replaces each subscriber number
 */
record MarkedText(String mark, String digits) {
    /** Returns the draft with the mark in every text that is not blank. */
    NewCustomer in(NewCustomer draft) {
        return draft.toBuilder()
                .companyName(text(draft.companyName()))
                .name(name(draft.name()))
                .address(address(draft.address()))
                .phone(phone(draft.phone()))
                .fax(phone(draft.fax()))
                .email(email(draft.email()))
                .vat(text(draft.vat()))
                .comments(text(draft.comments()))
                .tags(draft.tags().stream()
                        .map(tag -> new CustomerTag(text(tag.key()), text(tag.value())))
                        .toList())
                .additionalData(additionalData(draft.additionalData()))
                .extensionData(draft.extensionData().stream()
                        .map(data -> new ExtensionData(data.name(), texts(data.data())))
                        .toList())
                .build();
    }

    private PersonName name(PersonName name) {
        return new PersonName(
                text(name.initials()), text(name.firstName()), text(name.prefix()), text(name.lastName()));
    }

    /** Leaves out the country, which is a code. */
    private PostalAddress address(PostalAddress address) {
        return new PostalAddress(
                text(address.street()),
                text(address.number()),
                text(address.suffix()),
                text(address.zipcode()),
                text(address.city()),
                text(address.state()),
                address.country());
    }

    private PhoneNumber phone(PhoneNumber number) {
        return TextRules.isBlank(number.subscriberNumber())
                ? number
                : new PhoneNumber(number.countryCode(), number.areaCode(), digits);
    }

    private AdditionalData additionalData(AdditionalData data) {
        List<AttachedFile> files = data.attachedFiles().stream()
                .map(file -> new AttachedFile(text(file.description()), text(file.docType()), text(file.path())))
                .toList();
        return new AdditionalData(texts(data.values()), files);
    }

    private Map<String, String> texts(Map<String, String> texts) {
        Map<String, String> marked = new LinkedHashMap<>();
        texts.forEach((name, text) -> marked.put(name, text(text)));
        return marked;
    }

    private String email(String email) {
        return TextRules.isBlank(email) ? email : email.charAt(0) + mark + email.substring(1);
    }

    private String text(String text) {
        return TextRules.isBlank(text) ? text : mark + text;
    }

    @Override
    public String toString() {
        return mark;
    }
}
