package io.handlekit.mock.internal.store.jdbc;

import io.handlekit.mock.testing.Load;
import io.handlekit.mock.testing.MockProcess;
import io.handlekit.mock.testing.Postgres;
import io.handlekit.mock.testing.RawClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mock that is killed again and again while clients create and change customers: 20 times with {@code handlekit.kills=20}. */
class KillTest {
    private static final int KILLS = Integer.getInteger("handlekit.kills", 2);
    private static final int CREATES = 10;

    @TempDir
    private Path folder;

    @Test
    void a_killed_mock_finds_every_acknowledged_create_and_update_in_its_directory() throws Exception {
        killAgainAndAgain("file:" + folder.resolve("store"));
    }

    @Test
    void a_killed_mock_finds_every_acknowledged_create_and_update_in_postgresql() throws Exception {
        killAgainAndAgain(Postgres.freshDatabase());
    }

    private static void killAgainAndAgain(String store) throws Exception {
        MockProcess mock = start(store);
        AtomicReference<URI> base = new AtomicReference<>(base(mock));
        try (Load load = new Load(thread -> base.get())) {
            for (int kill = 0; kill < KILLS; kill++) {
                load.awaitCreates(CREATES);
                mock.process().destroyForcibly().waitFor();
                mock = start(store);
                base.set(base(mock));
            }
            load.awaitCreates(CREATES);
            load.end();
            load.check(new RawClient(base.get()));
        } finally {
            mock.close();
        }
    }

    private static MockProcess start(String store) throws Exception {
        return MockProcess.run(Map.of(), "--empty", "--journal=off", "--store=" + store);
    }

    private static URI base(MockProcess mock) throws Exception {
        return MockProcess.base(mock.introduction().get(0));
    }
}
