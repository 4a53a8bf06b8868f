package io.handlekit.conformance.implementations;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.arbitraries.CustomerArbitraries;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.conformance.programs.Program;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.NewCustomer;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.http.vertx.VertxTransport;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.behaviour.Switch.AreaCode;
import io.handlekit.mock.behaviour.Switch.Delete;
import io.handlekit.mock.behaviour.Switch.Deleted;
import io.handlekit.mock.behaviour.Switch.EmptyValues;
import io.handlekit.mock.behaviour.Switch.Form;
import io.handlekit.mock.behaviour.Switch.HouseNumber;
import io.handlekit.mock.behaviour.Switch.Login;
import io.handlekit.mock.behaviour.Switch.Maintenance;
import io.handlekit.mock.behaviour.Switch.PutSections;
import io.handlekit.mock.behaviour.Switch.Tags;
import io.handlekit.mock.behaviour.Switch.TldCheck;
import io.handlekit.mock.behaviour.Switch.Zip;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that the contract holds under every value of every switch of the mock, except the values listed here with the
 * reason. A new value of a switch is expected to change no outcome until it is listed.
 */
class SwitchesTest {
    private static final int TRIES = 1;
    private static final int MANY_TRIES = 200;
    private static final HttpTransport JDK = new JdkTransport();
    private static final HttpTransport VERTX = new VertxTransport();

    private static final Map<Switch, String> CHANGING = Map.ofEntries(
            entry(PutSections.MERGE, "additional data stay beside those that are set"),
            entry(EmptyValues.KEEP, "cleared values stay, without an error"),
            entry(Login.UNSIGNED, "every login is refused"),
            entry(Login.NO_AUTHORITY, "every login is refused"),
            entry(Login.TWO_FACTOR, "every login is refused"),
            entry(Login.NO_SANDBOX, "every login is refused"),
            entry(Login.NO_API_ACCESS, "every login is refused"),
            entry(AreaCode.STRICT, "refuses what is a warning of CustomerRules"),
            entry(HouseNumber.STRICT, "refuses what is a warning of CustomerRules"),
            entry(Zip.STRICT, "refuses what is a warning of CustomerRules"),
            entry(Form.STRICT, "refuses what is a warning of CustomerRules"),
            entry(Tags.EXISTING, "refuses tags that the account does not have"),
            entry(TldCheck.ON_CREATE, "refuses incomplete data for a domain"),
            entry(Deleted.SHOWN, "a deleted customer can still be read"),
            entry(Delete.HAS_DOMAINS, "every delete is refused"),
            entry(Delete.ATTACHED, "every delete is refused"),
            entry(Delete.DEFAULT_HANDLE, "every delete is refused"),
            entry(Maintenance.ON, "every call is refused"));

    /** Returns each behaviour once: a switch set to its default is the default behaviour. */
    static Stream<Behaviour> neutral() {
        return Switch.all().stream()
                .flatMap(which -> Switch.values(which).stream())
                .filter(value -> !CHANGING.containsKey(value))
                .map(Behaviour.defaults()::with)
                .distinct();
    }

    static Stream<Arguments> changing() {
        return CHANGING.entrySet().stream()
                .map(value -> Arguments.of(Behaviour.defaults().with(value.getKey()), value.getValue()));
    }

    @AfterAll
    static void close() {
        JDK.close();
        VERTX.close();
    }

    @ParameterizedTest
    @MethodSource("neutral")
    void the_outcome_is_the_same_under_this_behaviour(Behaviour behaviour) {
        try (MockFixture engine = MockFixture.inProcess(behaviour);
                MockFixture jdk = MockFixture.over(JDK, behaviour);
                MockFixture vertx = MockFixture.over(VERTX, behaviour)) {
            Stream.of(engine, jdk, vertx).forEach(fixture -> prove(fixture, TRIES));
        }
    }

    @ParameterizedTest
    @MethodSource("changing")
    void a_value_listed_as_changing_the_outcome_does(Behaviour behaviour, String reason) {
        try (MockFixture jdk = MockFixture.over(JDK, behaviour)) {
            assertThatThrownBy(() -> prove(jdk, MANY_TRIES)).as(reason).isInstanceOf(AssertionError.class);
        }
    }

    private static void prove(CustomersFixture fixture, int tries) {
        CustomersContract contract = () -> fixture;
        JqwikSession.run(() -> {
            Iterator<NewCustomer> drafts = samples(CustomerArbitraries.newCustomers());
            Iterator<CustomerChanges> changes = samples(CustomerArbitraries.changes());
            Iterator<Program> programs = samples(Program.undisturbed());
            Iterator<Program> disturbed = samples(Program.disturbed());
            for (int i = 0; i < tries; i++) {
                contract.C02_what_was_created_is_what_is_read_back(drafts.next());
                contract.C03_an_update_changes_exactly_the_sections_given(drafts.next(), changes.next());
                contract.C09_a_deleted_customer_is_unknown_from_then_on_and_no_other_is(drafts.next(), changes.next());
                contract.C11_a_list_shows_a_customer_as_a_read_does(drafts.next());
                contract.C18_programs_come_out_as_on_the_model(programs.next());
                contract.C19_programs_come_out_the_same_while_the_service_fails(disturbed.next());
            }
        });
    }

    private static <T> Iterator<T> samples(Arbitrary<T> values) {
        return values.sampleStream().iterator();
    }
}
