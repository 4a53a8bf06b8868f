package io.handlekit.conformance.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.internal.jqwik.TriesFactor;
import io.handlekit.customers.Findings;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.tld.TldRequirements;
import io.handlekit.customers.validation.CustomerRules;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/** A draft has the errors that are said of it, and no other. */
@AddLifecycleHook(value = TriesFactor.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
class BrokenDraftProperties {
    private static final Set<String> MISTAKES =
            Mistake.ALL.stream().map(Mistake::toString).collect(Collectors.toSet());

    @Example
    void a_nearly_ready_owner_lacks_exactly_what_is_said() {
        for (String tld : TldRequirements.known()) {
            BrokenDraft.nearlyReadyFor(tld)
                    .ifPresent(drafts ->
                            drafts.sampleStream().limit(5).forEach(broken -> mustLackWhatIsSaid(tld, broken)));
        }
    }

    @Example
    void where_nothing_is_surely_asked_for_nobody_is_nearly_ready() {
        assertThat(TldRequirements.known().stream()
                        .filter(tld -> BrokenDraft.nearlyReadyFor(tld).isEmpty()))
                .containsExactly(
                        "ae", "at", "bank", "be", "ch", "co.uk", "com.au", "com.de", "com.sg", "com.tr", "cz", "de",
                        "gr", "id.au", "is", "it", "it.com", "ltd.uk", "me.uk", "music", "net.au", "nl", "org.au",
                        "org.uk", "sk", "su", "sx", "uk", "xxx");
    }

    private static void mustLackWhatIsSaid(String tld, BrokenDraft broken) {
        Findings findings = TldRequirements.of(tld).check(broken.draft());

        assertThat(findings.all()).as(tld + " of " + broken).hasSize(1);
        assertThat(BrokenDraft.errors(findings))
                .as(tld)
                .isEqualTo(broken.errors())
                .hasSize(1);
        assertThat(CustomerRules.check(broken.draft()).all()).as(tld).isEmpty();
    }

    @Property(tries = 500)
    void a_nearly_valid_draft_gives_exactly_the_finding_that_is_said(@ForAll("nearlyValid") BrokenDraft broken) {
        Findings findings = CustomerRules.check(broken.draft());

        assertThat(broken.errors()).hasSize(1);
        assertThat(findings.all()).hasSize(1);
        assertThat(BrokenDraft.errors(findings)).isEqualTo(broken.errors());
    }

    @Property(tries = 500)
    void a_broken_draft_gives_exactly_the_errors_that_are_said(@ForAll("broken") BrokenDraft broken) {
        assertThat(broken.errors()).isNotEmpty();
        assertThat(BrokenDraft.errors(CustomerRules.check(broken.draft()))).isEqualTo(broken.errors());
    }

    @Property(tries = 300)
    void the_changes_of_a_broken_draft_have_its_errors(@ForAll("brokenOutsideTheName") BrokenDraft broken) {
        assertThat(BrokenDraft.errors(CustomerRules.check(broken.changes()))).isEqualTo(broken.errors());
    }

    /** So that no error of the rules is without a draft that has it. */
    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void whatever_error_the_rules_find_in_a_mess_is_one_that_drafts_are_broken_by(@ForAll("messes") NewCustomer mess) {
        assertThat(CustomerRules.check(mess).errors())
                .extracting(error -> error.path() + " " + error.code())
                .isSubsetOf(MISTAKES);
    }

    @Example
    void every_error_is_made_by_nearly_valid_drafts() {
        Set<Map.Entry<String, Integer>> seen = new HashSet<>();
        BrokenDraft.nearlyValid()
                .sampleStream()
                .limit(2000)
                .forEach(broken -> seen.addAll(broken.errors().entrySet()));

        assertThat(seen).hasSameSizeAs(MISTAKES);
    }

    @Provide
    Arbitrary<BrokenDraft> nearlyValid() {
        return BrokenDraft.nearlyValid();
    }

    @Provide
    Arbitrary<BrokenDraft> broken() {
        return BrokenDraft.arbitrary();
    }

    @Provide
    Arbitrary<BrokenDraft> brokenOutsideTheName() {
        return BrokenDraft.outsideTheName();
    }

    /** Drafts with any text in any place. */
    @Provide
    Arbitrary<NewCustomer> messes() {
        Arbitrary<String> texts = Arbitraries.of(
                "", " ", "x", "NL", "nl", "N", "+", "+31", "31", "a@b", "a@b.nl", "@", "\u0000", "1970-01-01", "☎");
        return Combinators.combine(
                        CustomerArbitraries.newCustomers(), texts.list().ofSize(17))
                .as((draft, all) -> draft.toBuilder()
                        .name(new PersonName(all.get(0), all.get(1), all.get(2), all.get(3)))
                        .address(new PostalAddress(
                                all.get(4), all.get(5), all.get(6), all.get(7), all.get(8), all.get(9), all.get(10)))
                        .phone(new PhoneNumber(all.get(11), all.get(12), all.get(13)))
                        .fax(new PhoneNumber(all.get(14), all.get(15), all.get(16)))
                        .email(all.get(16))
                        .locale(all.get(3))
                        .vat(all.get(2))
                        .build());
    }
}
