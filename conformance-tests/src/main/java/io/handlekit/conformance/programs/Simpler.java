package io.handlekit.conformance.programs;

import io.handlekit.customers.Change;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.registry.AdditionalData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Simpler values in the order in which a {@link Reduction} tries them. None of them is as complex as the value it is
 * made from, so a chain of them always ends.
 */
final class Simpler {
    private static final int MOST_PICKS = 4;
    private static final List<Duration> TIMES =
            List.of(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1));

    private static final List<UnaryOperator<NewCustomer.Builder>> WITHOUT_A_SECTION = List.of(
            draft -> draft.companyName(""),
            draft -> draft.address(PlainCustomers.LEAST.address()),
            draft -> draft.fax(PhoneNumber.EMPTY),
            draft -> draft.vat(""),
            draft -> draft.locale(""),
            draft -> draft.comments(""),
            draft -> draft.tags(List.of()),
            draft -> draft.additionalData(AdditionalData.EMPTY),
            draft -> draft.extensionData(List.of()),
            draft -> draft.email(PlainCustomers.LEAST.email()));

    private static final List<BiConsumer<CustomerChanges, CustomerChanges.Builder>> COPY_A_SECTION = List.of(
            (from, to) -> copy(from.address(), to::address, () -> {}),
            (from, to) -> copy(from.phone(), to::phone, () -> {}),
            (from, to) -> copy(from.fax(), to::fax, to::clearFax),
            (from, to) -> copy(from.email(), to::email, () -> {}),
            (from, to) -> copy(from.vat(), to::vat, to::clearVat),
            (from, to) -> copy(from.locale(), to::locale, to::clearLocale),
            (from, to) -> copy(from.comments(), to::comments, to::clearComments),
            (from, to) -> copy(from.tags(), to::tags, to::clearTags),
            (from, to) -> copy(from.additionalData(), to::additionalData, to::clearAdditionalData),
            (from, to) -> copy(from.extensionData(), to::extensionData, to::clearExtensionData));

    private Simpler() {}

    /** Returns the list without a run of its elements: first without all, then halves, quarters and so on to single ones. */
    static <T> Stream<List<T>> lists(List<T> list) {
        return Stream.iterate(list.size(), length -> length > 0, length -> length / 2)
                .flatMap(length -> IntStream.iterate(0, from -> from < list.size(), from -> from + length)
                        .mapToObj(from -> without(list, from, Math.min(from + length, list.size()))));
    }

    private static <T> List<T> without(List<T> list, int from, int to) {
        List<T> shorter = new ArrayList<>(list);
        shorter.subList(from, to).clear();
        return shorter;
    }

    /** Returns the list with one of its elements replaced by a simpler one. */
    static <T> Stream<List<T>> elements(List<T> list, Function<T, Stream<T>> simpler) {
        return IntStream.range(0, list.size())
                .boxed()
                .flatMap(i -> simpler.apply(list.get(i)).map(element -> {
                    List<T> replaced = new ArrayList<>(list);
                    replaced.set(i, element);
                    return replaced;
                }));
    }

    /** Returns simpler commands. */
    static Stream<Command> commands(Command command) {
        if (command instanceof Command.Create create) {
            return drafts(create.draft()).map(Command.Create::new);
        } else if (command instanceof Command.CreateFailing create) {
            return Stream.concat(
                    Stream.of(new Command.Create(create.draft())),
                    drafts(create.draft()).map(draft -> new Command.CreateFailing(draft, create.moment())));
        } else if (command instanceof Command.Update update) {
            return Stream.concat(
                    picks(update.pick()).map(pick -> new Command.Update(pick, update.changes())),
                    changes(update.changes()).map(changes -> new Command.Update(update.pick(), changes)));
        } else if (command instanceof Command.UpdateUnknown update) {
            return changes(update.changes()).map(Command.UpdateUnknown::new);
        } else if (command instanceof Command.Get get) {
            return picks(get.pick()).map(Command.Get::new);
        } else if (command instanceof Command.ListOne one) {
            return picks(one.pick()).map(Command.ListOne::new);
        } else if (command instanceof Command.Delete delete) {
            return picks(delete.pick()).map(Command.Delete::new);
        } else if (command instanceof Command.MoveClock clock) {
            return TIMES.stream().filter(by -> by.compareTo(clock.by()) < 0).map(Command.MoveClock::new);
        }
        return Stream.empty();
    }

    private static Stream<Integer> picks(int pick) {
        return pick < 0
                ? Stream.of(0)
                : IntStream.range(0, Math.min(pick, MOST_PICKS)).boxed();
    }

    /** Returns simpler drafts: first the simplest one, then the draft without each of its sections. */
    static Stream<NewCustomer> drafts(NewCustomer draft) {
        return Stream.concat(
                        Stream.of(PlainCustomers.LEAST),
                        WITHOUT_A_SECTION.stream()
                                .map(without -> without.apply(draft.toBuilder()).build()))
                .filter(simpler -> !simpler.equals(draft));
    }

    /** Returns simpler changes: first none, then the changes without each of their sections. */
    private static Stream<CustomerChanges> changes(CustomerChanges changes) {
        return Stream.concat(
                        Stream.of(CustomerChanges.builder().build()),
                        IntStream.range(0, COPY_A_SECTION.size()).mapToObj(section -> without(changes, section)))
                .filter(simpler -> !simpler.equals(changes));
    }

    private static CustomerChanges without(CustomerChanges changes, int section) {
        CustomerChanges.Builder builder = CustomerChanges.builder();
        for (int i = 0; i < COPY_A_SECTION.size(); i++) {
            if (i != section) {
                COPY_A_SECTION.get(i).accept(changes, builder);
            }
        }
        return builder.build();
    }

    private static <T> void copy(Change<T> change, Consumer<T> set, Runnable clear) {
        if (change instanceof Change.Set<T> value) {
            set.accept(value.value());
        } else if (!change.isKeep()) {
            clear.run();
        }
    }
}
