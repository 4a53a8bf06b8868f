package io.handlekit.conformance.programs;

import io.handlekit.conformance.fixture.ServiceControl;
import io.handlekit.conformance.fixture.ServiceControl.Moment;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import java.time.Duration;
import java.util.Objects;

/**
 * One step of a {@link Program}, as data. A pick selects a customer: 0 is the first one that the program created, even if
 * it was deleted since. Picks beyond the last customer start again with the first. Before the program has created a
 * customer, every pick stands for a handle that was never issued.
 *
 * <pre>{@code Program.of(new Command.Create(draft), new Command.Delete(0), new Command.Get(0));}</pre>
 */
public sealed interface Command {
    /**
     * Creates a customer.
     *
     * @param draft the customer, with or without errors
     */
    record Create(NewCustomer draft) implements Command {
        /** Refuses {@code null}. */
        public Create {
            Objects.requireNonNull(draft, "draft");
        }
    }

    /**
     * Creates a customer while the service fails (see {@link ServiceControl#failNextCreate}), and lists it afterwards.
     *
     * @param draft the customer
     * @param moment whether the create takes effect
     */
    record CreateFailing(NewCustomer draft, Moment moment) implements Command {
        /** Refuses {@code null}. */
        public CreateFailing {
            Objects.requireNonNull(draft, "draft");
            Objects.requireNonNull(moment, "moment");
        }
    }

    /**
     * Changes a customer.
     *
     * @param pick the customer
     * @param changes the changes, with or without errors
     */
    record Update(int pick, CustomerChanges changes) implements Command {
        /** Refuses {@code null}. */
        public Update {
            Objects.requireNonNull(changes, "changes");
        }
    }

    /**
     * Updates a handle that was never issued.
     *
     * @param changes the changes
     */
    record UpdateUnknown(CustomerChanges changes) implements Command {
        /** Refuses {@code null}. */
        public UpdateUnknown {
            Objects.requireNonNull(changes, "changes");
        }
    }

    /**
     * Reads a customer.
     *
     * @param pick the customer
     */
    record Get(int pick) implements Command {}

    /**
     * Lists the customers whose handle starts like this one's. Only this customer's does.
     *
     * @param pick the customer
     */
    record ListOne(int pick) implements Command {}

    /** Lists all customers that the program has created, by the mark in their comments. */
    record ListAll() implements Command {}

    /**
     * Deletes a customer.
     *
     * @param pick the customer
     */
    record Delete(int pick) implements Command {}

    /** Makes the service refuse all tokens that it has issued; see {@link ServiceControl#expireTokens}. */
    record ExpireTokens() implements Command {}

    /**
     * Moves the clock; see {@link ServiceControl#moveClock}.
     *
     * @param by how far
     */
    record MoveClock(Duration by) implements Command {
        /** Refuses {@code null}. */
        public MoveClock {
            Objects.requireNonNull(by, "by");
        }
    }
}
