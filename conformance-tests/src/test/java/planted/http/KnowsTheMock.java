package planted.http;

import io.vertx.core.VertxException;
import planted.mock.KnowsTheAdapter;

/** Breaks: the adapters do not use the mock; Vert.x is used in its adapter alone. */
final class KnowsTheMock {
    Class<?> mock() {
        return KnowsTheAdapter.class;
    }

    Class<?> vertx() {
        return VertxException.class;
    }
}
