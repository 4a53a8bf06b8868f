package io.handlekit.customers;

import io.handlekit.customers.vendor.UnknownMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The differences between two states of a customer, section by section. */
final class Differences {
    private final NewCustomer before;
    private final NewCustomer after;

    Differences(NewCustomer before, NewCustomer after) {
        this.before = before;
        this.after = after;
    }

    CustomerChanges changes() {
        refuseOtherNames();
        CustomerChanges.Builder changes = CustomerChanges.builder();
        setIfDifferent(NewCustomer::address, changes::address);
        setIfDifferent(NewCustomer::phone, changes::phone);
        setIfDifferent(NewCustomer::fax, changes::fax);
        setIfDifferent(NewCustomer::email, changes::email);
        setIfDifferent(NewCustomer::vat, changes::vat);
        setIfDifferent(NewCustomer::locale, changes::locale);
        setIfDifferent(NewCustomer::comments, changes::comments);
        setIfDifferent(NewCustomer::tags, changes::tags);
        setIfDifferent(NewCustomer::additionalData, changes::additionalData);
        setIfDifferent(NewCustomer::extensionData, changes::extensionData);
        return changes.unknownMembers(changedMembers()).build();
    }

    private <T> void setIfDifferent(Function<NewCustomer, T> section, Consumer<T> set) {
        T value = section.apply(after);
        if (!value.equals(section.apply(before))) {
            set.accept(value);
        }
    }

    private UnknownMembers changedMembers() {
        UnknownMembers changed = UnknownMembers.NONE;
        for (Map.Entry<String, String> member : after.unknownMembers().json().entrySet()) {
            if (!member.getValue().equals(before.unknownMembers().json().get(member.getKey()))) {
                changed = changed.with(member.getKey(), member.getValue());
            }
        }
        return changed;
    }

    private void refuseOtherNames() {
        List<String> different = new ArrayList<>();
        addIfDifferent(different, "company_name", NewCustomer::companyName);
        addIfDifferent(different, "name.initials", customer -> customer.name().initials());
        addIfDifferent(different, "name.first_name", customer -> customer.name().firstName());
        addIfDifferent(different, "name.prefix", customer -> customer.name().prefix());
        addIfDifferent(different, "name.last_name", customer -> customer.name().lastName());
        if (!different.isEmpty()) {
            throw new IllegalArgumentException("an update cannot change " + String.join(", ", different)
                    + "; create a copy with NewCustomer.copyOf, and use its handle");
        }
    }

    private void addIfDifferent(List<String> different, String path, Function<NewCustomer, String> text) {
        if (!text.apply(before).equals(text.apply(after))) {
            different.add(path);
        }
    }
}
