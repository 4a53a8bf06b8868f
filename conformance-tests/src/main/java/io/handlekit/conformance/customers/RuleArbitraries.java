package io.handlekit.conformance.customers;

import io.handlekit.conformance.arbitraries.BrokenDraft;
import io.handlekit.conformance.arbitraries.CustomerArbitraries;
import io.handlekit.conformance.arbitraries.Texts;
import io.handlekit.conformance.programs.ConcurrentProgram;
import io.handlekit.conformance.programs.Program;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;

/** What the rules are tried with. */
public final class RuleArbitraries {
    private RuleArbitraries() {}

    /** Customers whom the service accepts. */
    public static final class ValidCustomers implements ArbitrarySupplier<NewCustomer> {
        @Override
        public Arbitrary<NewCustomer> get() {
            return CustomerArbitraries.newCustomers();
        }
    }

    /** Changes that the service accepts. */
    public static final class ValidChanges implements ArbitrarySupplier<CustomerChanges> {
        @Override
        public Arbitrary<CustomerChanges> get() {
            return CustomerArbitraries.changes();
        }
    }

    /** Drafts with errors. */
    public static final class BrokenDrafts implements ArbitrarySupplier<BrokenDraft> {
        @Override
        public Arbitrary<BrokenDraft> get() {
            return BrokenDraft.arbitrary();
        }
    }

    /** Drafts with errors in what an update can set. */
    public static final class BrokenChanges implements ArbitrarySupplier<BrokenDraft> {
        @Override
        public Arbitrary<BrokenDraft> get() {
            return BrokenDraft.outsideTheName();
        }
    }

    /** Texts to look for: short enough for a URI, of any script, and none with a star. */
    public static final class Phrases implements ArbitrarySupplier<String> {
        @Override
        public Arbitrary<String> get() {
            return Texts.phrase();
        }
    }

    /** Programs that a service lives through undisturbed. */
    public static final class Programs implements ArbitrarySupplier<Program> {
        @Override
        public Arbitrary<Program> get() {
            return Program.undisturbed();
        }
    }

    /** Programs with a service that fails. */
    public static final class DisturbedPrograms implements ArbitrarySupplier<Program> {
        @Override
        public Arbitrary<Program> get() {
            return Program.disturbed();
        }
    }

    /** Programs of several clients at once. */
    public static final class ConcurrentPrograms implements ArbitrarySupplier<ConcurrentProgram> {
        @Override
        public Arbitrary<ConcurrentProgram> get() {
            return ConcurrentProgram.arbitrary();
        }
    }

    /** Four letters for each of three customers, who come in another order by each letter. */
    public static final class Orders implements ArbitrarySupplier<List<List<String>>> {
        @Override
        public Arbitrary<List<List<String>>> get() {
            Arbitrary<List<String>> order = Arbitraries.shuffle("A", "B", "C");
            return order.list().ofSize(4).map(Orders::byCustomer);
        }

        private static List<List<String>> byCustomer(List<List<String>> byLetter) {
            return IntStream.range(0, 3)
                    .mapToObj(customer ->
                            byLetter.stream().map(order -> order.get(customer)).toList())
                    .toList();
        }
    }
}
