package io.handlekit.conformance.docs;

import io.handlekit.conformance.arbitraries.BrokenDraft;
import io.handlekit.conformance.arbitraries.CustomerArbitraries;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.validation.CustomerRules;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The example of docs/conformance.md for tests that use the generators. */
// tag::generators[]
class SignUpFormProperties {
    @Property(tries = 100)
    void accepts_a_customer_without_findings(@ForAll("clean") NewCustomer draft) {
        assert CustomerRules.check(draft).all().isEmpty();
    }

    @Property(tries = 100)
    void reports_the_one_error_of_a_draft(@ForAll("nearlyValid") BrokenDraft broken) {
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
// end::generators[]
