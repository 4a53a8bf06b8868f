package planted.mock;

import java.util.ServiceLoader;
import planted.customers.internal.Secret;
import planted.http.vertx.Adapter;

/**
 * Breaks: the mock does not use the adapters; ServiceLoader and Thread.sleep are not used; the environment is read in
 * main alone; internal packages are used in their artifact alone.
 */
public final class KnowsTheAdapter {
    private final Adapter adapter = new Adapter();
    private final Secret secret = new Secret();

    String misbehave() throws InterruptedException {
        Thread.sleep(0);
        return System.getenv("HOME")
                + ServiceLoader.load(Runnable.class).stream().count()
                + adapter.hashCode()
                + secret.hashCode();
    }
}
