package io.handlekit.conformance.arbitraries;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.Finding;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.tld.TldRequirements;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A draft with known errors, for programs that have to find all of them.
 *
 * <pre>{@code
 * @Property
 * void my_form_marks_the_field(@ForAll("drafts") BrokenDraft broken) {
 *     assertEquals(broken.errors(), BrokenDraft.errors(myForm.check(broken.draft())));
 * }
 *
 * @Provide
 * Arbitrary<BrokenDraft> drafts() {
 *     return BrokenDraft.nearlyValid();
 * }
 * }</pre>
 *
 * @param draft the draft
 * @param errors the code of each error by its path, 0 for one without a code: {@code {address.country=121, email=146}}
 */
public record BrokenDraft(NewCustomer draft, SortedMap<String, Integer> errors) {
    /** Copies the errors, and refuses only {@code null}. */
    public BrokenDraft {
        errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
    }

    /** Valid drafts with one or more things broken, of all the errors that {@code CustomerRules} know. */
    public static Arbitrary<BrokenDraft> arbitrary() {
        return brokenBy(Mistake.ALL);
    }

    /** The same, but only with such errors as an update can have: not in the name. */
    public static Arbitrary<BrokenDraft> outsideTheName() {
        return brokenBy(Mistake.outsideTheName());
    }

    /** Drafts in which {@code CustomerRules} find one thing, which is an error: clean but for one text. */
    public static Arbitrary<BrokenDraft> nearlyValid() {
        return Combinators.combine(CustomerArbitraries.cleanCustomers(), Arbitraries.of(Mistake.ALL))
                .as((draft, mistake) -> of(draft, List.of(mistake)));
    }

    /**
     * Customers for whom domains under this top-level domain could be ordered but for one thing, which {@link
     * TldRequirements} call an error: a field is missing, or has a value that is not on its list. To {@code
     * CustomerRules} they are clean.
     *
     * @param tld as {@link TldRequirements#of} takes it
     * @return such customers; empty if there is no such thing, since nothing is known to be surely required there
     * @throws IllegalArgumentException if it is no top-level domain
     */
    public static Optional<Arbitrary<BrokenDraft>> nearlyReadyFor(String tld) {
        return Owners.of(TldRequirements.of(tld)).nearlyReady();
    }

    /**
     * The code of each error that was found, by its path: to be compared with {@link #errors}.
     *
     * @throws AssertionError if there are two errors on one path
     */
    public static SortedMap<String, Integer> errors(Findings findings) {
        SortedMap<String, Integer> errors = new TreeMap<>();
        for (Finding error : findings.errors()) {
            if (errors.put(error.path(), error.code()) != null) {
                throw new AssertionError("more than one error on " + error.path());
            }
        }
        return errors;
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
        return draft + " with errors " + errors;
    }

    private static Arbitrary<BrokenDraft> brokenBy(List<Mistake> all) {
        Arbitrary<List<Mistake>> mistakes = Arbitraries.of(all)
                .list()
                .uniqueElements(Mistake::path)
                .ofMinSize(1)
                .ofMaxSize(8);
        return Combinators.combine(CustomerArbitraries.newCustomers(), mistakes).as(BrokenDraft::of);
    }

    private static BrokenDraft of(NewCustomer valid, List<Mistake> mistakes) {
        NewCustomer draft = valid;
        SortedMap<String, Integer> errors = new TreeMap<>();
        for (Mistake mistake : mistakes) {
            draft = mistake.in(draft);
            errors.put(mistake.path(), mistake.code());
        }
        return new BrokenDraft(draft, errors);
    }
}
