package io.handlekit.conformance.implementations;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.conformance.fixture.CustomersFixture;
import io.handlekit.http.jdk.JdkTransport;
import io.handlekit.http.transport.HttpTransport;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.PropagationMode;

/**
 * The contract, run against two mocks that share a PostgreSQL database, and get the calls in turn. The store contract of
 * the mock tries all texts on PostgreSQL; this one tries tokens, lists and updates that meet two mocks.
 */
@AddLifecycleHook(value = FewerTries.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
class SharedStoreContractTest implements CustomersContract {
    private static final HttpTransport TRANSPORT = new JdkTransport();
    private static EmbeddedPostgres postgres;
    private static MockFixture fixture;

    @BeforeContainer
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        fixture = MockFixture.overTwo(
                TRANSPORT, "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres");
    }

    @Override
    public CustomersFixture fixture() {
        return fixture;
    }

    @AfterContainer
    static void close() throws IOException {
        fixture.close();
        TRANSPORT.close();
        postgres.close();
    }
}
