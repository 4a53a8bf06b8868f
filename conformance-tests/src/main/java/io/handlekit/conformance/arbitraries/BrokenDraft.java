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
 * A draft with known errors, for tests of code that must find all of them.
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
 * @param errors the code of each error by path, 0 for an error without a code: {@code {address.country=121, email=146}}
 */
public record BrokenDraft(NewCustomer draft, SortedMap<String, Integer> errors) {
    /** Copies the errors. */
    public BrokenDraft {
        errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
    }

    /** Returns drafts with one to eight errors, of all that {@code CustomerRules} know. */
    public static Arbitrary<BrokenDraft> arbitrary() {
        return brokenBy(Mistake.ALL);
    }

    /** Returns drafts with errors that an update can have too: none in the name. */
    public static Arbitrary<BrokenDraft> outsideTheName() {
        return brokenBy(Mistake.outsideTheName());
    }

    /** Returns drafts in which {@code CustomerRules} find exactly one error and nothing else. */
    public static Arbitrary<BrokenDraft> nearlyValid() {
        return Combinators.combine(CustomerArbitraries.cleanCustomers(), Arbitraries.of(Mistake.ALL))
                .as((draft, mistake) -> of(draft, List.of(mistake)));
    }

    /**
     * Returns customers that could own a domain under this top-level domain but for one error of {@link
     * TldRequirements}: a field is missing, or has a value that is not on its list. {@code CustomerRules} find nothing
     * in them.
     *
     * @param tld the top-level domain, as {@link TldRequirements#of} takes it
     * @return the customers, or empty if no field is known to be required there
     * @throws IllegalArgumentException if it is not a top-level domain
     */
    public static Optional<Arbitrary<BrokenDraft>> nearlyReadyFor(String tld) {
        return Owners.of(TldRequirements.of(tld)).nearlyReady();
    }

    /**
     * Returns the code of each error in these findings by path, to compare with {@link #errors()}.
     *
     * @throws AssertionError if two errors have the same path
     */
    public static SortedMap<String, Integer> errors(Findings findings) {
        SortedMap<String, Integer> errors = new TreeMap<>();
        for (Finding error : findings.errors()) {
            if (errors.put(error.path(), error.code()) != null) {
                throw new AssertionError("expected at most one error for each path, got two for " + error.path());
            }
        }
        return errors;
    }

    /** Returns the draft's sections as changes, with the same errors except those in the name. */
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
