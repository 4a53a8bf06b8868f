package io.handlekit.mock.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** What every store promises, in memory or in a database. */
public interface StoreContract {
    /** The seed of the tokens. */
    OptionalLong SEED = OptionalLong.of(1);

    int THREADS = 6;
    int CREATES = 20;

    /** Returns the store of a test, which may hold anything; its contents are replaced. */
    Stores stores();

    /** Returns the same store after a restart of the program; a store that does not last returns itself. */
    default Stores restarted() {
        return stores();
    }

    /** Returns the store after a reset and with no tokens. */
    private Stores empty() {
        Stores stores = stores();
        stores.reset(List.of(), StoreStep.FIRST);
        stores.tokens().reset();
        return stores;
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    default void does_what_the_model_does(@ForAll("programs") List<StoreStep> program) {
        Stores model = new ModelStores();
        model.begin(List.of(), StoreStep.FIRST);
        Stores stores = empty();
        for (StoreStep step : program) {
            if (step instanceof StoreStep.Pause pause) {
                stores = pause.restart() ? restarted() : savedAndLoaded(stores);
            }
            assertThat(step.on(stores)).as("%s", step).isEqualTo(step.on(model));
        }
        assertThat(StoreStep.everything(stores)).isEqualTo(StoreStep.everything(model));
    }

    private static Stores savedAndLoaded(Stores stores) {
        List<StoredItem> saved = new ArrayList<>();
        stores.save(saved::add);
        stores.reset(List.of(), StoreStep.FIRST);
        stores.load(saved);
        return stores;
    }

    @Property(tries = 80)
    default void compares_texts_as_the_model_does(
            @ForAll("customers") List<NewCustomer> customers, @ForAll("queries") List<StoreStep.Page> pages) {
        Stores model = new ModelStores();
        Stores stores = empty();
        for (NewCustomer customer : customers) {
            StoreStep create = new StoreStep.Create("AL", customer);
            create.on(stores);
            create.on(model);
        }
        for (StoreStep.Page page : pages) {
            assertThat(page.on(stores)).as("%s %s", page, customers).isEqualTo(page.on(model));
        }
    }

    @Property(tries = 1)
    default void only_the_star_is_a_wildcard() {
        Stores stores = empty();
        List<String> plain = List.of("_", "%", "\\", "?", "'", "\"", "\0", ".", "[", "ä", "\ud83d\ude00");
        for (String each : plain) {
            new StoreStep.Create("AL", named("a" + each + "b" + each)).on(stores);
        }
        for (String each : plain) {
            for (String pattern :
                    List.of("*" + each + "b*", "A" + each + "*" + each, "*B" + each, "a" + each + "B" + each)) {
                CustomerQuery query = CustomerQuery.all().where(CustomerQuery.Field.LAST_NAME, pattern);
                assertThat(stores.customers().list(query, false).customers())
                        .as(pattern)
                        .extracting(found -> found.sections().name().lastName())
                        .containsExactly("a" + each + "b" + each);
            }
        }
    }

    private static NewCustomer named(String lastName) {
        return NewCustomer.builder().name(new PersonName("", "", "", lastName)).build();
    }

    @Property(tries = 2)
    default void creates_at_the_same_time_get_distinct_handles_without_gaps(@ForAll boolean seeded) throws Exception {
        Stores stores = empty();
        List<SeedEntry> taken = seeded ? List.of(entry("AL000003-GB")) : List.of();
        stores.customers().seed(taken, 1);

        List<List<CustomerHandle>> created = atOnce(thread -> IntStream.range(0, CREATES)
                .mapToObj(i -> stores.customers()
                        .create(
                                new HandleTemplate(i % 2 == 0 ? "AL" : "BL", "GB"),
                                1,
                                entry("").draft()))
                .toList());

        Set<String> handles = created.stream()
                .flatMap(List::stream)
                .map(CustomerHandle::value)
                .collect(Collectors.toCollection(TreeSet::new));
        handles.addAll(taken.stream().map(each -> "AL000003-GB").toList());
        int ofEach = THREADS * CREATES / 2;
        assertThat(handles)
                .hasSize(2 * ofEach + taken.size())
                .contains("AL000001-GB", "BL000001-GB")
                .contains(new HandleTemplate("AL", "GB")
                        .number(ofEach + taken.size())
                        .value())
                .contains(new HandleTemplate("BL", "GB").number(ofEach).value());
        assertThat(stores.customers()
                        .list(CustomerQuery.all().limit(1_000), false)
                        .customers())
                .extracting(StoredCustomer::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, handles.size())
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    @Property(tries = 1)
    default void updates_at_the_same_time_are_all_kept() throws Exception {
        Stores stores = empty();
        CustomerHandle handle = stores.customers()
                .create(new HandleTemplate("AL", "GB"), 1, entry("").draft());

        atOnce(thread -> IntStream.range(0, CREATES)
                .mapToObj(i -> stores.customers().update(handle, before -> longer(before)))
                .toList());
        atOnce(thread -> stores.verifications()
                .change(
                        "a@b",
                        before -> Optional.of(new StoredVerification(
                                before.map(StoredVerification::id).orElse(StoredVerification.NEW),
                                "a@b",
                                Optional.empty(),
                                before.map(StoredVerification::deadline)
                                        .orElse(StoreStep.NOW)
                                        .plusSeconds(1),
                                false))));

        assertThat(stores.customers().find(handle).orElseThrow().sections().comments())
                .hasSize(THREADS * CREATES);
        assertThat(stores.verifications().list())
                .singleElement()
                .satisfies(each -> assertThat(each.deadline()).isEqualTo(StoreStep.NOW.plusSeconds(THREADS)));
    }

    private static StoredCustomer longer(StoredCustomer before) {
        NewCustomer sections = before.sections();
        return before.with(
                sections.toBuilder().comments(sections.comments() + "x").build(), before.commentsChangedAt());
    }

    @Property(tries = 1)
    default void a_customer_of_the_start_is_always_there_while_others_reset_and_create() throws Exception {
        Stores stores = empty();
        List<SeedEntry> start = List.of(entry("AL000001-GB"), entry("AL000002-GB"));
        stores.reset(start, 1);
        CustomerHandle first = new CustomerHandle("AL000001-GB");

        List<List<Boolean>> right = atOnce(thread -> IntStream.range(0, CREATES)
                .mapToObj(i -> switch (thread % 4) {
                    case 0 -> {
                        stores.reset(start, 1);
                        yield true;
                    }
                    case 1 ->
                        stores.customers()
                                        .list(CustomerQuery.all().where(CustomerQuery.Field.HANDLE, "AL00000*"), false)
                                        .total()
                                >= 2;
                    case 2 -> stores.customers().update(first, before -> longer(before));
                    default -> stores.customers().find(first).isPresent();
                })
                .toList());

        assertThat(right.stream().flatMap(List::stream)).containsOnly(true);
    }

    @Property(tries = 1)
    default void a_load_that_fails_changes_nothing() {
        Stores stores = empty();
        stores.customers().seed(List.of(entry("A"), entry("B")), 1);
        stores.tags().add(new CustomerTag("customer", "VIP"));
        List<Object> before = StoreStep.everything(stores);
        List<StoredItem> saved = new ArrayList<>();
        stores.save(saved::add);
        List<StoredItem> twice = new ArrayList<>(saved);
        twice.addAll(saved);

        assertThat(failure(() -> stores.load(twice))).isInstanceOf(HandleTaken.class);
        assertThat(failure(() -> stores.load(() -> {
                    throw new IllegalStateException("unreadable");
                })))
                .hasMessage("unreadable");

        assertThat(StoreStep.everything(stores)).isEqualTo(before);
    }

    private static Throwable failure(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException failure) {
            return failure;
        }
        throw new AssertionError("it did not fail");
    }

    private static SeedEntry entry(String handle) {
        return new SeedEntry(
                Optional.of(handle).filter(text -> !text.isEmpty()).map(CustomerHandle::new),
                new HandleTemplate("AL", "GB"),
                new CustomerDraft(NewCustomer.builder().build(), Optional.empty(), Optional.empty()));
    }

    /** Work of one of several threads. */
    interface OfThread<T> {
        T run(int thread);
    }

    private static <T> List<T> atOnce(OfThread<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int mine = thread;
                all.add(() -> work.run(mine));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(all)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Provide
    default Arbitrary<List<StoreStep>> programs() {
        Arbitrary<String> letters = Arbitraries.of("AL", "BX");
        Arbitrary<String> named =
                Arbitraries.of("AL000001-GB", "AL000002-GB", "AL000003-GB", "BX000001-GB", "al000001-gb", "A_-1");
        Arbitrary<String> handles = Arbitraries.oneOf(named, Arbitraries.of("a\0\ud800", "Ä%"));
        Arbitrary<NewCustomer> customer = customer();
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        Arbitrary<StoreStep> create = Combinators.combine(letters, customer).as(StoreStep.Create::new);
        Arbitrary<StoreStep> seed = Combinators.combine(
                        letters,
                        Arbitraries.oneOf(named, Arbitraries.just("")).list().ofMaxSize(4),
                        customer,
                        Arbitraries.integers().between(0, 9).map(one -> one == 0))
                .as(StoreStep.Seed::new);
        Arbitrary<StoreStep> update = Combinators.combine(
                        handles, customer, Arbitraries.integers().between(0, 4).map(one -> one == 0))
                .as(StoreStep.Update::new);
        Arbitrary<StoreStep> delete = Combinators.combine(handles, either).as(StoreStep.Delete::new);
        Arbitrary<String> word = Arbitraries.of("customer", "VIP", "\0", "ä");
        Arbitrary<StoreStep> addTag =
                Combinators.combine(word, word).as((key, value) -> new StoreStep.AddTag(new CustomerTag(key, value)));
        Arbitrary<StoreStep> removeTags = Combinators.combine(Arbitraries.oneOf(word, Arbitraries.just("")), word)
                .as(StoreStep.RemoveTags::new);
        Arbitrary<StoreStep> verify = Combinators.combine(Arbitraries.of("a@b", "A@b", "\ud800@b"), either)
                .as(StoreStep.Verify::new);
        return Arbitraries.oneOf(List.of(
                        create,
                        create,
                        seed,
                        update,
                        update,
                        delete,
                        handles.map(StoreStep.Find::new),
                        page(),
                        addTag,
                        removeTags,
                        verify,
                        either.map(StoreStep.Login::new),
                        either.map(StoreStep.Pause::new)))
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    @Provide
    default Arbitrary<List<NewCustomer>> customers() {
        return customer().list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    default Arbitrary<List<StoreStep.Page>> queries() {
        return page().map(page -> (StoreStep.Page) page).list().ofMinSize(1).ofMaxSize(12);
    }

    private static Arbitrary<NewCustomer> customer() {
        Arbitrary<String> text = text("");
        return Combinators.combine(text, text, text, text, text)
                .as((first, last, company, email, comments) -> NewCustomer.builder()
                        .name(new PersonName("", first, "", last))
                        .companyName(company)
                        .email(email)
                        .comments(comments)
                        .build());
    }

    private static Arbitrary<StoreStep> page() {
        Arbitrary<CustomerQuery> query = Combinators.combine(
                        Arbitraries.of(CustomerQuery.Field.class),
                        text("*"),
                        Arbitraries.of(CustomerQuery.Sort.class).optional(),
                        Arbitraries.of(CustomerQuery.CustomerType.class).optional(0.2),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.of(1, 3, 1_000),
                        Arbitraries.of(0, 0, 1, 5))
                .as((field, pattern, sort, type, how, limit, offset) -> {
                    CustomerQuery one = CustomerQuery.all().limit(limit).offset(offset);
                    CustomerQuery typed = type.map(one::type).orElse(one);
                    CustomerQuery sorted = sort.map(by -> how % 2 == 0 ? typed.ascending(by) : typed.descending(by))
                            .orElse(typed);
                    return how < 3 || pattern.isEmpty() ? sorted : sorted.where(field, pattern);
                });
        return Combinators.combine(query, Arbitraries.of(true, false)).as(StoreStep.Page::new);
    }

    /** Texts of few pieces, so that they are often equal, begin alike, or differ only in case or in a wildcard. */
    private static Arbitrary<String> text(String star) {
        String large = String.join("", Collections.nCopies(40, "aB"));
        Arbitrary<String> piece = Arbitraries.frequencyOf(
                Tuple.of(
                        6, Arbitraries.of("a", "A", "b", "B", star.isEmpty() ? "a" : star, star.isEmpty() ? "" : star)),
                Tuple.of(3, Arbitraries.of("ä", "Ä", "a\u0308", "ß", "İ", "ı", "Ω", "ω", "ſ", "Ж", "ж", "中", "é")),
                Tuple.of(3, Arbitraries.of("*", "_", "%", "\\", "'", " ", "-", "1")),
                Tuple.of(
                        2,
                        // Half a surrogate pair matches the half of a whole one; JSON brings no half into a customer.
                        Arbitraries.of(
                                "\0",
                                "\ud83d\ude00",
                                star.isEmpty() ? "\ud83d\ude01" : "\ud83d",
                                star.isEmpty() ? "\0" : "\ude00",
                                "\uffff",
                                "\ue000",
                                "\u007f",
                                "\ud801\udc00")),
                Tuple.of(1, Arbitraries.of(large, large + "c")));
        return piece.list().ofMaxSize(4).map(pieces -> String.join("", pieces));
    }
}
