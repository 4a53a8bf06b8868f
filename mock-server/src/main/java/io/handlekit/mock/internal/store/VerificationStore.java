package io.handlekit.mock.internal.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A store of verifications, at most one for each e-mail address. Safe for several threads. */
public interface VerificationStore {
    /**
     * Changes the verification of an address in one step, or stores its first one. A verification with the id {@link
     * StoredVerification#NEW} gets the next id.
     *
     * @param change a function without side effects: a store may run it again if another change came first. An
     *     exception from it changes nothing, and reaches the caller
     * @return the verification as it is stored; empty if the change returned none
     * @throws StoreFull if there is no room
     */
    Optional<StoredVerification> change(String email, UnaryOperator<Optional<StoredVerification>> change);

    /** Returns the verifications of these addresses, by address; an address without one is missing. */
    Map<String, StoredVerification> find(Collection<String> emails);

    /** Returns all verifications, oldest first. */
    List<StoredVerification> list();
}
