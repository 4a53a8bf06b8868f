package io.handlekit.mock.internal.engine;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.mock.internal.base.VendorError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Which e-mail addresses have been asked whether they are read, and have answered. Safe for several threads. */
public final class EmailVerifications {
    /** How long an address has to answer is not known; this is the mock's choice. */
    private static final Duration PATIENCE = Duration.ofDays(14);

    private static final int VERIFIED_ALREADY = 20000;
    private static final int IN_PROGRESS = 20001;
    private static final int UNKNOWN_OBJECT = 1203;

    private final InstantSource clock;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<String, Verification> byEmail = new ConcurrentHashMap<>();

    public EmailVerifications(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Asks an address.
     *
     * @return the verification's id
     * @throws VendorError if it has been asked and has time yet, or has answered
     */
    public int start(String email, Optional<CustomerHandle> handle) {
        Verification started = byEmail.compute(email, (same, before) -> {
            switch (before == null ? Status.FAILED : status(before)) {
                case ACTIVE -> throw new VendorError(VERIFIED_ALREADY);
                case REQUESTED -> throw new VendorError(IN_PROGRESS);
                default -> {
                    return new Verification(lastId.incrementAndGet(), email, handle, deadline(), false);
                }
            }
        });
        return started.id();
    }

    /**
     * Asks an address again.
     *
     * @throws VendorError if it was never asked, or has answered
     */
    public void restart(String email) {
        Verification restarted = byEmail.computeIfPresent(email, (same, before) -> {
            if (before.confirmed()) {
                throw new VendorError(VERIFIED_ALREADY);
            }
            return new Verification(before.id(), email, before.handle(), deadline(), false);
        });
        if (restarted == null) {
            throw new VendorError(UNKNOWN_OBJECT);
        }
    }

    /** Answers for an address. Says whether it had been asked, and in time. */
    public boolean confirm(String email) {
        Verification now = byEmail.computeIfPresent(
                email,
                (same, asked) -> status(asked) == Status.REQUESTED
                        ? new Verification(asked.id(), email, asked.handle(), asked.deadline(), true)
                        : asked);
        return now != null && now.confirmed();
    }

    /** The status of an address in the service's letters; empty if it was never asked. */
    public String status(String email) {
        Verification verification = byEmail.get(email);
        return verification == null ? "" : status(verification).letters;
    }

    public Status status(Verification verification) {
        if (verification.confirmed()) {
            return Status.ACTIVE;
        }
        return clock.instant().isBefore(verification.deadline()) ? Status.REQUESTED : Status.FAILED;
    }

    /** All of them, oldest first. */
    public List<Verification> all() {
        return byEmail.values().stream()
                .sorted(Comparator.comparingInt(Verification::id))
                .toList();
    }

    public void clear() {
        byEmail.clear();
        lastId.set(0);
    }

    private Instant deadline() {
        return clock.instant().plus(PATIENCE);
    }

    /** How far an address is. */
    public enum Status {
        ACTIVE("ACT"),
        REQUESTED("REQ"),
        FAILED("FAI");

        private final String letters;

        Status(String letters) {
            this.letters = letters;
        }

        public String letters() {
            return letters;
        }
    }

    /**
     * One address that was asked.
     *
     * @param id the service's number for it
     * @param email the address
     * @param handle the customer it was asked for, if one was named
     * @param deadline when it is too late to answer
     * @param confirmed whether it has answered
     */
    public record Verification(
            int id, String email, Optional<CustomerHandle> handle, Instant deadline, boolean confirmed) {
        /** Shows no address. */
        @Override
        public String toString() {
            return "Verification[" + id + "]";
        }
    }
}
