package io.handlekit.conformance.internal.jqwik;

import io.handlekit.conformance.arbitraries.BrokenDraft;
import io.handlekit.conformance.arbitraries.CustomerArbitraries;
import io.handlekit.conformance.programs.ConcurrentProgram;
import io.handlekit.conformance.programs.Program;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;

/** The generators that rules name in {@code @ForAll}. */
public final class RuleArbitraries {
    private RuleArbitraries() {}

    /** Drafts that the service accepts. */
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

    /** Drafts with errors in sections that an update can set. */
    public static final class BrokenChanges implements ArbitrarySupplier<BrokenDraft> {
        @Override
        public Arbitrary<BrokenDraft> get() {
            return BrokenDraft.outsideTheName();
        }
    }

    /** Texts for list queries: of any script, short enough for a URI, without a star. */
    public static final class Phrases implements ArbitrarySupplier<String> {
        @Override
        public Arbitrary<String> get() {
            return CustomerArbitraries.phrases();
        }
    }

    /** Programs for a service that works. */
    public static final class Programs implements ArbitrarySupplier<Program> {
        @Override
        public Arbitrary<Program> get() {
            return Program.undisturbed();
        }
    }

    /** Programs for a service that fails at times. */
    public static final class DisturbedPrograms implements ArbitrarySupplier<Program> {
        @Override
        public Arbitrary<Program> get() {
            return Program.disturbed();
        }
    }

    /** Programs of several concurrent clients. */
    public static final class ConcurrentPrograms implements ArbitrarySupplier<ConcurrentProgram> {
        @Override
        public Arbitrary<ConcurrentProgram> get() {
            return ConcurrentProgram.arbitrary();
        }
    }

    /** Four letters for each of three customers. Each of the four puts the customers in an order of its own. */
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
