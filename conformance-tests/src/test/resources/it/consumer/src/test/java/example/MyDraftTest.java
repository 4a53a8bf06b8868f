package example;

import io.handlekit.conformance.arbitraries.BrokenDraft;
import io.handlekit.conformance.arbitraries.CustomerArbitraries;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.validation.CustomerRules;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests that use the generators of the suite. */
class MyDraftTest {
    @Property(tries = 100)
    void a_draft_without_faults_is_accepted(@ForAll("clean") NewCustomer draft) {
        assert CustomerRules.check(draft).all().isEmpty();
    }

    @Property(tries = 100)
    void a_draft_with_one_fault_is_refused_for_it(@ForAll("nearlyValid") BrokenDraft broken) {
        assert BrokenDraft.errors(CustomerRules.check(broken.draft())).equals(broken.errors());
    }

    @Provide
    Arbitrary<NewCustomer> clean() {
        return CustomerArbitraries.cleanCustomersIn("NL");
    }

    @Provide
    Arbitrary<BrokenDraft> nearlyValid() {
        return BrokenDraft.nearlyValid();
    }
}
