package io.handlekit.conformance.docs;

import io.handlekit.conformance.TransportContract;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.fixture.TransportFixture;
import io.handlekit.conformance.programs.Command.Create;
import io.handlekit.conformance.programs.Command.Delete;
import io.handlekit.conformance.programs.Command.Get;
import io.handlekit.conformance.programs.Command.Update;
import io.handlekit.conformance.programs.ConcurrentProgram;
import io.handlekit.conformance.programs.Program;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import io.handlekit.http.jdk.JdkTransport;
import java.util.List;

/** The Java examples of docs/conformance.md that are no test class of their own. */
final class ConformanceExamples {
    private ConformanceExamples() {}

    static void program(CustomersFixture fixture, NewCustomer draft) {
        // tag::program[]
        Program.of(new Create(draft), new Delete(0), new Get(0)).run(fixture);
        // end::program[]
    }

    static void concurrentProgram(CustomersFixture fixture, NewCustomer draft, CustomerChanges changes) {
        // tag::concurrent[]
        new ConcurrentProgram(List.of(draft), List.of(List.of(new Update(0, changes)), List.of(new Get(0))))
                .run(fixture);
        // end::concurrent[]
    }

    /** Keeps the class below from being run: the contract runs on the JDK transport elsewhere. */
    interface Compiled {
        // tag::transport[]
        class MyTransportTest implements TransportContract {
            @Override
            public TransportFixture fixture() {
                return JdkTransport::new; // returns a new transport of yours
            }
        }
        // end::transport[]
    }
}
