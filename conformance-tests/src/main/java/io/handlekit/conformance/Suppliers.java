package io.handlekit.conformance;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;

/** What the rules are tried with. */
final class Suppliers {
    private Suppliers() {}

    /** Customers whom the service accepts. */
    static final class ValidCustomers implements ArbitrarySupplier<NewCustomer> {
        @Override
        public Arbitrary<NewCustomer> get() {
            return CustomerArbitraries.newCustomers();
        }
    }

    /** Changes that the service accepts. */
    static final class ValidChanges implements ArbitrarySupplier<CustomerChanges> {
        @Override
        public Arbitrary<CustomerChanges> get() {
            return CustomerArbitraries.changes();
        }
    }

    /** Drafts with errors. */
    static final class BrokenDrafts implements ArbitrarySupplier<BrokenDraft> {
        @Override
        public Arbitrary<BrokenDraft> get() {
            return BrokenDraft.arbitrary();
        }
    }

    /** Drafts with errors in what an update can set. */
    static final class BrokenChanges implements ArbitrarySupplier<BrokenDraft> {
        @Override
        public Arbitrary<BrokenDraft> get() {
            return BrokenDraft.outsideTheName();
        }
    }

    /** Texts to look for: short enough for a URI, of any script, and none with a star. */
    static final class Phrases implements ArbitrarySupplier<String> {
        @Override
        public Arbitrary<String> get() {
            return Texts.phrase();
        }
    }

    /** Programs that a service lives through undisturbed. */
    static final class Programs implements ArbitrarySupplier<Program> {
        @Override
        public Arbitrary<Program> get() {
            return Program.undisturbed();
        }
    }

    /** Programs with a service that fails. */
    static final class DisturbedPrograms implements ArbitrarySupplier<Program> {
        @Override
        public Arbitrary<Program> get() {
            return Program.disturbed();
        }
    }

    /** Programs of several clients at once. */
    static final class ConcurrentPrograms implements ArbitrarySupplier<ConcurrentProgram> {
        @Override
        public Arbitrary<ConcurrentProgram> get() {
            return ConcurrentProgram.arbitrary();
        }
    }

    /** Four letters for each of three customers, who come in another order by each letter. */
    static final class Orders implements ArbitrarySupplier<List<List<String>>> {
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
