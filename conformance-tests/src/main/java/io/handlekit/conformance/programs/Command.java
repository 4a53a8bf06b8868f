package io.handlekit.conformance.programs;

import io.handlekit.conformance.fixture.ServiceControl;
import io.handlekit.conformance.fixture.ServiceControl.Moment;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import java.time.Duration;
import java.util.Objects;

/**
 * One step of a {@link Program}, as data. Customers are meant by a pick: 0 is the first that the program has made,
 * whether deleted since or not, and beyond the last it begins again with the first. So a pick always means somebody;
 * before there is anybody, it means a handle that was never issued.
 *
 * <pre>{@code Program.of(new Command.Create(draft), new Command.Delete(0), new Command.Get(0));}</pre>
 */
public sealed interface Command {
    /**
     * Creates a customer.
     *
     * @param draft the customer, with errors or without
     */
    record Create(NewCustomer draft) implements Command {
        /** Refuses only {@code null}. */
        public Create {
            Objects.requireNonNull(draft, "draft");
        }
    }

    /**
     * Creates a customer while the service fails (see {@link ServiceControl#failNextCreate}), and looks for it.
     *
     * @param draft the customer
     * @param moment whether it is there all the same
     */
    record CreateFailing(NewCustomer draft, Moment moment) implements Command {
        /** Refuses only {@code null}. */
        public CreateFailing {
            Objects.requireNonNull(draft, "draft");
            Objects.requireNonNull(moment, "moment");
        }
    }

    /**
     * Changes a customer.
     *
     * @param pick which one
     * @param changes what to change, with errors or without
     */
    record Update(int pick, CustomerChanges changes) implements Command {
        /** Refuses only {@code null}. */
        public Update {
            Objects.requireNonNull(changes, "changes");
        }
    }

    /**
     * Changes nobody: the handle was never issued.
     *
     * @param changes what to change
     */
    record UpdateUnknown(CustomerChanges changes) implements Command {
        /** Refuses only {@code null}. */
        public UpdateUnknown {
            Objects.requireNonNull(changes, "changes");
        }
    }

    /**
     * Reads a customer.
     *
     * @param pick which one
     */
    record Get(int pick) implements Command {}

    /**
     * Lists all whose handle begins as the customer's does, which is this one alone.
     *
     * @param pick which one
     */
    record ListOne(int pick) implements Command {}

    /** Lists all that the program has made, by the mark in their comments. */
    record ListAll() implements Command {}

    /**
     * Deletes a customer.
     *
     * @param pick which one
     */
    record Delete(int pick) implements Command {}

    /** Makes the service refuse all tokens that it has handed out; see {@link ServiceControl#expireTokens}. */
    record ExpireTokens() implements Command {}

    /**
     * Moves the clock; see {@link ServiceControl#moveClock}.
     *
     * @param by how far
     */
    record MoveClock(Duration by) implements Command {
        /** Refuses only {@code null}. */
        public MoveClock {
            Objects.requireNonNull(by, "by");
        }
    }
}
