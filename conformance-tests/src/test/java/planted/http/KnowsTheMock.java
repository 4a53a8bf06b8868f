package planted.http;

import io.vertx.core.VertxException;
import planted.mock.KnowsTheAdapter;

/** Breaks: the adapters do not know the mock; Vert.x stays in its adapter. */
final class KnowsTheMock {
    Class<?> mock() {
        return KnowsTheAdapter.class;
    }

    Class<?> vertx() {
        return VertxException.class;
    }
}
