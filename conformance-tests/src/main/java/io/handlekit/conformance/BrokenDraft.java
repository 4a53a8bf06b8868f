package io.handlekit.conformance;

import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A draft with known errors.
 *
 * <pre>{@code Arbitrary<BrokenDraft> drafts = BrokenDraft.arbitrary();}</pre>
 *
 * @param draft the draft
 * @param codes the codes of all its errors
 */
public record BrokenDraft(NewCustomer draft, Set<Integer> codes) {
    /** Valid drafts with one or more things broken, each of which has a code of its own. */
    public static Arbitrary<BrokenDraft> arbitrary() {
        Arbitrary<Set<Fault>> faults = Arbitraries.of(Fault.class).set().ofMinSize(1);
        return Combinators.combine(CustomerArbitraries.newCustomers(), faults).as(BrokenDraft::of);
    }

    private static BrokenDraft of(NewCustomer valid, Set<Fault> faults) {
        NewCustomer draft = valid;
        Set<Integer> codes = new TreeSet<>();
        for (Fault fault : faults) {
            draft = fault.spoil.apply(draft.toBuilder()).build();
            codes.add(fault.code);
        }
        return new BrokenDraft(draft, codes);
    }

    /** Ways to break a draft that do not undo each other. */
    private enum Fault {
        NO_FIRST_NAME(102, form -> {
            PersonName name = form.build().name();
            return form.name(new PersonName(name.initials(), "", name.prefix(), name.lastName()));
        }),
        NO_LAST_NAME(105, form -> {
            PersonName name = form.build().name();
            return form.name(new PersonName(name.initials(), name.firstName(), name.prefix(), " "));
        }),
        NO_STREET(110, form -> address(form, a -> new PostalAddress(
                "", a.number(), a.suffix(), a.zipcode(), a.city(), a.state(), a.country()))),
        NO_ZIPCODE(115, form -> address(form, a -> new PostalAddress(
                a.street(), a.number(), a.suffix(), "", a.city(), a.state(), a.country()))),
        NO_CITY(117, form -> address(form, a -> new PostalAddress(
                a.street(), a.number(), a.suffix(), a.zipcode(), "\t", a.state(), a.country()))),
        COUNTRY_BY_NAME(121, form -> address(form, a -> new PostalAddress(
                a.street(), a.number(), a.suffix(), a.zipcode(), a.city(), a.state(), "United Kingdom"))),
        PHONE_WITHOUT_PLUS(131, form -> {
            PhoneNumber phone = form.build().phone();
            return form.phone(new PhoneNumber("31", phone.areaCode(), phone.subscriberNumber()));
        }),
        NO_SUBSCRIBER(134, form -> {
            PhoneNumber phone = form.build().phone();
            return form.phone(new PhoneNumber(phone.countryCode(), phone.areaCode(), ""));
        }),
        FAX_BY_NAME(141, form -> form.fax(new PhoneNumber("Holland", "20", "5551234"))),
        NO_AT(146, form -> form.email("ada.example.com"));

        private final int code;
        private final UnaryOperator<NewCustomer.Builder> spoil;

        Fault(int code, UnaryOperator<NewCustomer.Builder> spoil) {
            this.code = code;
            this.spoil = spoil;
        }

        private static NewCustomer.Builder address(NewCustomer.Builder form, UnaryOperator<PostalAddress> change) {
            return form.address(change.apply(form.build().address()));
        }
    }
}
