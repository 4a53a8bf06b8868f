package planted.mock;

import java.util.ServiceLoader;
import planted.http.vertx.Adapter;

/** Breaks: the mock does not know the adapters; nothing is discovered, sleeps or reads the environment. */
public final class KnowsTheAdapter {
    private final Adapter adapter = new Adapter();

    String misbehave() throws InterruptedException {
        Thread.sleep(0);
        return System.getenv("HOME")
                + ServiceLoader.load(Runnable.class).stream().count()
                + adapter.hashCode();
    }
}
