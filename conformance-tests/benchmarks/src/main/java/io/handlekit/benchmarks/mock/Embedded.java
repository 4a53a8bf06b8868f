package io.handlekit.benchmarks.mock;

import io.handlekit.mock.MockOpenprovider;

/** The mock in this process: how long a second start and a reset take. */
final class Embedded {
    private static final int TIMES = 21;
    private static final double MILLIS = 1e6;

    private Embedded() {}

    static void measure(Measurement measured) {
        MockOpenprovider.start().close();
        String jdk = "JDK " + Runtime.version().feature() + ", ";
        for (int time = 0; time < TIMES; time++) {
            long start = System.nanoTime();
            try (MockOpenprovider mock = MockOpenprovider.start()) {
                measured.add(jdk + "embedded start after the first, ms", "Handlekit mock", since(start));
                long reset = System.nanoTime();
                mock.reset();
                measured.add(jdk + "reset, ms", "Handlekit mock", since(reset));
            }
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / MILLIS;
    }
}
