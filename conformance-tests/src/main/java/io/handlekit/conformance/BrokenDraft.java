package io.handlekit.conformance;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import java.util.List;
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
    private static final int LAST_OF_NAME = 106;

    /** Valid drafts with one or more things broken, each of which has a code of its own. */
    public static Arbitrary<BrokenDraft> arbitrary() {
        return brokenBy(Fault.ALL);
    }

    /** The same, but only with such errors as an update can have: not in the name. */
    public static Arbitrary<BrokenDraft> outsideTheName() {
        return brokenBy(
                Fault.ALL.stream().filter(fault -> fault.code() > LAST_OF_NAME).toList());
    }

    /** The draft's sections as changes, with the same errors but for those in the name. */
    public CustomerChanges changes() {
        return CustomerChanges.builder()
                .address(draft.address())
                .phone(draft.phone())
                .fax(draft.fax())
                .email(draft.email())
                .comments(draft.comments())
                .build();
    }

    @Override
    public String toString() {
        return draft + " with errors " + codes;
    }

    private static Arbitrary<BrokenDraft> brokenBy(List<Fault> all) {
        Arbitrary<Set<Fault>> faults = Arbitraries.of(all).set().ofMinSize(1);
        return Combinators.combine(CustomerArbitraries.newCustomers(), faults).as(BrokenDraft::of);
    }

    private static BrokenDraft of(NewCustomer valid, Set<Fault> faults) {
        NewCustomer draft = valid;
        Set<Integer> codes = new TreeSet<>();
        for (Fault fault : faults) {
            draft = fault.spoil().apply(draft.toBuilder()).build();
            codes.add(fault.code());
        }
        return new BrokenDraft(draft, codes);
    }

    private static NewCustomer.Builder address(NewCustomer.Builder form, UnaryOperator<PostalAddress> change) {
        return form.address(change.apply(form.build().address()));
    }

    private static NewCustomer.Builder phone(NewCustomer.Builder form, UnaryOperator<PhoneNumber> change) {
        return form.phone(change.apply(form.build().phone()));
    }

    private static NewCustomer.Builder name(NewCustomer.Builder form, UnaryOperator<PersonName> change) {
        return form.name(change.apply(form.build().name()));
    }

    /**
     * A way to break a draft, that undoes no other.
     *
     * @param code the code of the error
     * @param spoil what to do with a form
     */
    private record Fault(int code, UnaryOperator<NewCustomer.Builder> spoil) {
        static final List<Fault> ALL = List.of(
                new Fault(102, f -> name(f, n -> new PersonName(n.initials(), "", n.prefix(), n.lastName()))),
                new Fault(105, f -> name(f, n -> new PersonName(n.initials(), n.firstName(), n.prefix(), " "))),
                new Fault(
                        110,
                        f -> address(
                                f,
                                a -> new PostalAddress(
                                        "", a.number(), a.suffix(), a.zipcode(), a.city(), a.state(), a.country()))),
                new Fault(
                        115,
                        f -> address(
                                f,
                                a -> new PostalAddress(
                                        a.street(), a.number(), a.suffix(), "", a.city(), a.state(), a.country()))),
                new Fault(
                        117,
                        f -> address(
                                f,
                                a -> new PostalAddress(
                                        a.street(),
                                        a.number(),
                                        a.suffix(),
                                        a.zipcode(),
                                        "\t",
                                        a.state(),
                                        a.country()))),
                new Fault(
                        121,
                        f -> address(
                                f,
                                a -> new PostalAddress(
                                        a.street(),
                                        a.number(),
                                        a.suffix(),
                                        a.zipcode(),
                                        a.city(),
                                        a.state(),
                                        "United Kingdom"))),
                new Fault(131, f -> phone(f, p -> new PhoneNumber("31", p.areaCode(), p.subscriberNumber()))),
                new Fault(134, f -> phone(f, p -> new PhoneNumber(p.countryCode(), p.areaCode(), ""))),
                new Fault(141, f -> f.fax(new PhoneNumber("Holland", "20", "5551234"))),
                new Fault(146, f -> f.email("ada.example.com")));
    }
}
