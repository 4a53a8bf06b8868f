package io.handlekit.mock;

import io.handlekit.mock.internal.base.ForwardClock;
import io.handlekit.mock.internal.base.MemoryBudget;
import io.handlekit.mock.internal.control.ControlApi;
import io.handlekit.mock.internal.control.ControlGate;
import io.handlekit.mock.internal.control.ControlRoutes;
import io.handlekit.mock.internal.control.FaultRoutes;
import io.handlekit.mock.internal.control.Health;
import io.handlekit.mock.internal.control.HostNames;
import io.handlekit.mock.internal.control.InstanceRoutes;
import io.handlekit.mock.internal.control.JournalArchive;
import io.handlekit.mock.internal.control.JournalEvents;
import io.handlekit.mock.internal.control.JournalRoutes;
import io.handlekit.mock.internal.control.Metrics;
import io.handlekit.mock.internal.control.MockReset;
import io.handlekit.mock.internal.control.ReadinessRoutes;
import io.handlekit.mock.internal.control.SnapshotRoutes;
import io.handlekit.mock.internal.engine.Access;
import io.handlekit.mock.internal.engine.CurrentBehaviour;
import io.handlekit.mock.internal.engine.EmailVerifications;
import io.handlekit.mock.internal.engine.Engine;
import io.handlekit.mock.internal.engine.ResetLock;
import io.handlekit.mock.internal.engine.StartingCustomers;
import io.handlekit.mock.internal.faults.ActiveFaults;
import io.handlekit.mock.internal.journal.Journal;
import io.handlekit.mock.internal.server.ExchangeRecorder;
import io.handlekit.mock.internal.server.Intake;
import io.handlekit.mock.internal.server.Routing;
import io.handlekit.mock.internal.server.ServiceHandler;
import io.handlekit.mock.internal.service.AccountRoutes;
import io.handlekit.mock.internal.service.CustomerRoutes;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.service.SpecRoutes;
import io.handlekit.mock.internal.service.VerificationRoutes;
import io.handlekit.mock.internal.snapshot.Snapshot;
import io.handlekit.mock.internal.store.StoreLocation;
import io.handlekit.mock.internal.store.Stores;
import io.handlekit.mock.internal.store.jdbc.JdbcStores;
import io.handlekit.mock.internal.store.memory.MemoryStores;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.stream.Stream;

/** The components of one mock, each given only what it uses. Nothing else knows all of them. */
final class Components {
    final CurrentBehaviour behaviour;
    final ForwardClock clock;
    final EmailVerifications verifications;
    final Engine engine;
    final Journal journal;
    final ActiveFaults faults;
    final MockReset reset;
    final Snapshot snapshot;

    /** True if the store had something from before. */
    final boolean isContinued;

    private final MockOptions options;
    private final HostNames hosts;
    private final Access access;
    private final Stores stores;
    private final ResetLock resets = new ResetLock();
    private final Metrics metrics = new Metrics();
    private final Health health = new Health();
    private final MemoryBudget budget = MemoryBudget.ofThisProcess();

    Components(MockOptions options) {
        this.options = options;
        hosts = new HostNames(options.listening().host(), options.control().allowedHosts());
        behaviour = new CurrentBehaviour(options.behaviour());
        clock = new ForwardClock(options.clock());
        stores = stores(options);
        verifications = new EmailVerifications(clock, stores.verifications());
        engine = new Engine(clock, stores, verifications);
        access = new Access(clock, stores.tokens());
        faults = new ActiveFaults(stores.tokens(), options.faults());
        journal = new Journal(options.control().journal(), budget.journal());
        StartingCustomers start = new StartingCustomers(
                options.behaviour(),
                options.documentationCustomer(),
                options.start().seed());
        reset = new MockReset(resets, start, behaviour, clock, access, engine, faults, journal);
        snapshot = new Snapshot(resets, stores, behaviour, clock);
        isContinued = !begin(start, options);
    }

    private Stores stores(MockOptions options) {
        return options.storeLocation().equals(StoreLocation.MEMORY)
                ? new MemoryStores(budget.customers(), options.start().tokenSeed())
                : JdbcStores.open(options.storeLocation(), options.start().tokenSeed());
    }

    /** Fills a new store before the server listens, so that no call sees it empty or half filled. */
    private boolean begin(StartingCustomers start, MockOptions options) {
        try {
            return options.start().saved().map(snapshot::begin).orElseGet(() -> engine.begin(start));
        } catch (RuntimeException refused) {
            stores.close();
            throw refused;
        }
    }

    /** Closes what outlives the server. */
    void close() {
        stores.close();
    }

    /** Adds everything that the mock answers to a server. */
    void open(JavalinConfig config) {
        ExchangeRecorder recorder =
                new ExchangeRecorder(journal, metrics, clock, options.control().listener());
        ServiceHandler service =
                new ServiceHandler(serviceRoutes(), resets, hosts, behaviour, access, faults, recorder, health);
        Routing.open(
                config,
                new Intake(budget, health),
                service,
                controlApi(),
                options.control().cors());
    }

    private List<Route> serviceRoutes() {
        return Stream.of(
                        new CustomerRoutes(engine).all(),
                        new VerificationRoutes(engine, verifications).all(),
                        new SpecRoutes().all(),
                        new AccountRoutes(access, stores.tags()).all())
                .flatMap(List::stream)
                .toList();
    }

    private ControlApi controlApi() {
        ControlRoutes control = new ControlRoutes(health, reset, engine, stores, behaviour, clock, journal, metrics);
        List<Route> guarded = Stream.of(
                        control.guarded(),
                        new CustomerRoutes(engine).reads(),
                        new ReadinessRoutes(engine).all(),
                        new JournalRoutes(journal, engine).all(),
                        new SnapshotRoutes(snapshot, options.control().snapshot(), engine, journal).all(),
                        new InstanceRoutes(options.storeLocation(), clock.instant(), access).all(),
                        new FaultRoutes(faults).all())
                .flatMap(List::stream)
                .toList();
        return new ControlApi(
                new ControlGate(options.control(), hosts),
                control.open(),
                guarded,
                new JournalEvents(journal),
                new JournalArchive(journal));
    }
}
