package io.handlekit.mock.internal.store;

import java.util.List;
import java.util.function.Consumer;

/** The stores of one mock, which start, reset, save and load as one. Safe for several threads. */
public interface Stores extends AutoCloseable {
    CustomerStore customers();

    TagStore tags();

    VerificationStore verifications();

    TokenStore tokens();

    /**
     * Stores the customers of the start, if nothing was ever stored here.
     *
     * @return false if there is something from before, which stays as it is
     * @throws HandleTaken if two entries name the same handle
     * @throws StoreFull if there is no room for all of them
     */
    boolean begin(List<SeedEntry> start, int firstNumber);

    /**
     * Stores what was saved as {@link #load} does, if nothing was ever stored here. Others that use the store see nothing
     * of it until all is stored.
     *
     * @return false if there is something from before, which stays as it is
     * @throws HandleTaken if two customers have the same handle
     * @throws StoreFull if there is no room
     */
    boolean begin(Iterable<StoredItem> saved);

    /**
     * Replaces all customers by these, removes all tags and verifications, and counts ids, handles and verifications from
     * the start again. No reader sees the store empty or half filled. A change that is under way is made in what is
     * replaced, or in what replaces it.
     *
     * @throws HandleTaken if two entries name the same handle
     * @throws StoreFull if there is no room for all of them
     */
    void reset(List<SeedEntry> start, int firstNumber);

    /** Passes everything but tokens to a consumer: counters first, customers by id, tags and verifications oldest first. */
    void save(Consumer<StoredItem> consumer);

    /**
     * Replaces everything but tokens by what was saved, or nothing if reading it or the store fails. Logins are counted on.
     *
     * @param saved what was saved; a store may read it again
     * @throws HandleTaken if two customers have the same handle
     * @throws StoreFull if there is no room
     */
    void load(Iterable<StoredItem> saved);

    /** Returns true if the store answers now; waits only a few seconds. */
    boolean isReady();

    /** Returns true if other mocks may use the store at the same time. */
    boolean isShared();

    /** Closes the store. What was stored in a file or a database stays there. */
    @Override
    void close();
}
