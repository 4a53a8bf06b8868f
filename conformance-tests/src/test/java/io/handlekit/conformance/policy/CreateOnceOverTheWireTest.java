package io.handlekit.conformance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.conformance.policy.CuttingProxy.Cut;
import io.handlekit.conformance.policy.CuttingProxy.Place;
import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.policy.CreateOnce;
import io.handlekit.customers.policy.Reference;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.handlekit.mock.MockOpenprovider;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Tests that one reference never gets two handles, wherever the connection breaks and however late a create arrives. */
class CreateOnceOverTheWireTest {
    private static final int RUNS = Integer.getInteger("handlekit.create.once.runs", 250);
    private static final long SEED = Long.getLong("handlekit.create.once.seed", 20_261_121L);
    private static final int AT_ONCE = 32;
    private static final List<Place> PLACES = List.of(Place.values());
    private static final int LONGEST_MESSAGE = 1_000;
    private static final int MOST_LOOKS = 3;

    /** Short, so that a first call often ends in doubt. */
    private static final Duration SETTLE_TIME = Duration.ofMillis(400);

    /** Long enough for several look-ups on any machine. */
    private static final Duration LONG_SETTLE_TIME = Duration.ofSeconds(20);

    /** The end of a create that gets no reply. */
    private static final Duration SHORT_DEADLINE = Duration.ofSeconds(2);

    /** The end of all other calls, which only a failure reaches. */
    private static final Duration LONG_DEADLINE = Duration.ofSeconds(60);

    private record Run(int number, Cut cut) {
        /** Every other late create is looked for until it has arrived. */
        Duration settleTime() {
            return cut.place() == Place.LATE && number % 2 == 0 ? LONG_SETTLE_TIME : SETTLE_TIME;
        }
    }

    @Test
    void one_reference_gets_one_handle_wherever_the_connection_breaks_and_however_late_the_effect_is()
            throws Exception {
        Map<Place, Integer> found = new TreeMap<>();
        try (MockOpenprovider mock = MockOpenprovider.start();
                CuttingProxy proxy = new CuttingProxy(mock.baseUri());
                HttpTransport transport = new JdkTransport();
                HttpCustomers patient = customers(proxy, transport, LONG_DEADLINE);
                HttpCustomers hasty = customers(proxy, transport, SHORT_DEADLINE)) {
            Customers impatient = new ImpatientCreates(hasty, patient);
            for (Future<Optional<Place>> run : start(new Scene(mock, proxy, patient, impatient))) {
                run.get().ifPresent(place -> found.merge(place, 1, Integer::sum));
            }
            assertThat(mock.size()).isEqualTo(RUNS);
        }
        assertThat(found.keySet())
                .as("places where the first call was cut and still returned the handle")
                .contains(Place.IN_THE_REPLY, Place.SILENT, Place.LATE);
    }

    private static HttpCustomers customers(CuttingProxy proxy, HttpTransport transport, Duration deadline) {
        return HttpCustomers.builder(BaseUrl.of(proxy.uri()))
                .transport(transport)
                .credentials(Credentials.token("any"))
                .deadline(deadline)
                .build();
    }

    private static List<Future<Optional<Place>>> start(Scene scene) throws InterruptedException {
        Random random = new Random(SEED);
        List<Callable<Optional<Place>>> runs = new ArrayList<>();
        for (int number = 0; number < RUNS; number++) {
            Place place = PLACES.get(random.nextInt(PLACES.size()));
            int at = random.nextInt(place == Place.LATE ? MOST_LOOKS + 1 : LONGEST_MESSAGE);
            Run run = new Run(number, new Cut(place, at));
            runs.add(() -> scene.play(run));
        }
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            return clients.invokeAll(runs);
        } finally {
            clients.shutdown();
        }
    }

    private record Scene(MockOpenprovider mock, CuttingProxy proxy, Customers patient, Customers impatient) {
        /** Returns where the first call was cut, if it returned the handle all the same. */
        private Optional<Place> play(Run run) throws InterruptedException, IOException {
            String name = "run-" + run.number() + "-of-" + Long.toHexString(SEED);
            Reference reference = new Reference(name);
            proxy.cut(name, run.cut());

            Optional<CustomerHandle> first =
                    create(run.cut().place() == Place.SILENT ? impatient : patient, run.settleTime(), reference);
            proxy.settle(name);
            Optional<CustomerHandle> second = first;
            for (int again = 0; again < 5 && (again == 0 || second.isEmpty()); again++) {
                second = create(patient, SETTLE_TIME, reference);
            }

            assertThat(second).as(run.toString()).isPresent();
            assertThat(first.orElse(second.get())).as(run.toString()).isEqualTo(second.get());
            CustomerQuery marked = CustomerQuery.all().where(Field.COMMENT, "*handlekit-ref: " + name + "]*");
            assertThat(new BlockingCustomers(mock.customers()).list(marked).total())
                    .as(run.toString())
                    .isEqualTo(1);
            return first.map(handle -> run.cut().place());
        }

        /** Creates as another process would, with no memory of earlier calls. A failure may have taken effect. */
        private static Optional<CustomerHandle> create(Customers customers, Duration settleTime, Reference reference) {
            CreateOnce once =
                    CreateOnce.builder(customers).settleTime(settleTime).build();
            try {
                return Optional.of(BlockingCustomers.await(once.create(reference, Goldens.newCustomer())));
            } catch (CustomersFailure failure) {
                assertThat(failure)
                        .isNotInstanceOfAny(CustomersFailure.Ambiguous.class, CustomersFailure.Rejected.class);
                return Optional.empty();
            }
        }
    }
}
