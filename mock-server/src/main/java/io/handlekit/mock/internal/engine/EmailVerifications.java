package io.handlekit.mock.internal.engine;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.StoredVerification;
import io.handlekit.mock.internal.store.VerificationStore;
import io.handlekit.mock.internal.wire.BadRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifications of e-mail addresses: started by a client, confirmed by the owner of the address. */
public final class EmailVerifications {
    /** The mock's choice; the time that the real service waits is not known. */
    private static final Duration TIME_TO_CONFIRM = Duration.ofDays(14);

    private static final int VERIFIED_ALREADY = 20000;
    private static final int IN_PROGRESS = 20001;
    private static final int UNKNOWN_OBJECT = 1203;

    private final InstantSource clock;
    private final VerificationStore store;

    public EmailVerifications(InstantSource clock, VerificationStore store) {
        this.clock = clock;
        this.store = store;
    }

    /**
     * Starts the verification of an address.
     *
     * @return the verification's id
     * @throws VendorError if one is in progress, or the address is verified
     * @throws BadRequest if the store is full
     */
    public int start(String email, Optional<CustomerHandle> handle) {
        try {
            return store.change(email, before -> Optional.of(started(before, email, handle)))
                    .orElseThrow()
                    .id();
        } catch (StoreFull full) {
            throw new BadRequest(BadRequest.Kind.FULL, "the mock has no memory for more verifications");
        }
    }

    private StoredVerification started(
            Optional<StoredVerification> before, String email, Optional<CustomerHandle> handle) {
        return switch (before.map(this::status).orElse(Status.FAILED)) {
            case ACTIVE -> throw new VendorError(VERIFIED_ALREADY);
            case REQUESTED -> throw new VendorError(IN_PROGRESS);
            case FAILED -> new StoredVerification(StoredVerification.NEW, email, handle, deadline(), false);
        };
    }

    /**
     * Restarts the verification of an address.
     *
     * @throws VendorError if none was started, or the address is verified
     */
    public void restart(String email) {
        store.change(email, before -> {
            StoredVerification started = before.orElseThrow(() -> new VendorError(UNKNOWN_OBJECT));
            if (started.confirmed()) {
                throw new VendorError(VERIFIED_ALREADY);
            }
            return Optional.of(new StoredVerification(started.id(), email, started.handle(), deadline(), false));
        });
    }

    /** Confirms an address. Returns false if no verification was started, or it is too late. */
    public boolean confirm(String email) {
        return store.change(
                        email,
                        before -> before.map(started -> status(started) == Status.REQUESTED
                                ? new StoredVerification(
                                        started.id(), email, started.handle(), started.deadline(), true)
                                : started))
                .map(StoredVerification::confirmed)
                .orElse(false);
    }

    /** Returns the status of each of these addresses in the service's letters; one without a verification is missing. */
    Map<String, String> statuses(Collection<String> emails) {
        Map<String, String> statuses = new HashMap<>();
        store.find(emails).forEach((email, found) -> statuses.put(email, status(found).letters));
        return statuses;
    }

    /** Returns the status of a verification at this moment. */
    public Status status(StoredVerification verification) {
        if (verification.confirmed()) {
            return Status.ACTIVE;
        }
        return clock.instant().isBefore(verification.deadline()) ? Status.REQUESTED : Status.FAILED;
    }

    /** Returns all verifications, oldest first. */
    public List<StoredVerification> all() {
        return store.list();
    }

    private Instant deadline() {
        return clock.instant().plus(TIME_TO_CONFIRM);
    }

    /** The status of a verification. */
    public enum Status {
        ACTIVE("ACT", "verified", ""),
        REQUESTED("REQ", "in progress", ""),
        FAILED("FAI", "failed", "expired");

        private final String letters;
        private final String words;
        private final String reason;

        Status(String letters, String words, String reason) {
            this.letters = letters;
            this.words = words;
            this.reason = reason;
        }

        /** Returns the service's letters for this status, as a customer shows it. */
        public String letters() {
            return letters;
        }

        /** Returns the service's words for this status, as the list of verifications shows it. */
        public String words() {
            return words;
        }

        /** Returns the description of this status in that list; empty if there is none. */
        public String reason() {
            return reason;
        }
    }
}
