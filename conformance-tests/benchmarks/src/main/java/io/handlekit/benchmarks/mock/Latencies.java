package io.handlekit.benchmarks.mock;

/** The times of requests, counted in steps of a sixteenth. */
final class Latencies {
    private static final int STEPS = 16;
    private static final double MICROS = 1e3;
    private static final double SECOND = 1e9;

    private final long[] counts = new long[Long.SIZE * STEPS];
    private long count;
    private long nanos;

    void add(long time) {
        counts[step(time)]++;
        count++;
    }

    private static int step(long time) {
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(time, STEPS));
        return power * STEPS + (int) ((time >>> (power - 4)) & (STEPS - 1));
    }

    void took(long all) {
        nanos = all;
    }

    long count() {
        return count;
    }

    /** Returns the requests per second. */
    double rate() {
        return count / (nanos / SECOND);
    }

    /** Returns the time in microseconds that this share of the requests did not exceed. */
    double micros(double share) {
        long left = (long) Math.ceil(count * share);
        for (int step = 0; step < counts.length; step++) {
            left -= counts[step];
            if (left <= 0) {
                int power = step / STEPS;
                return ((1L << power) + (step % STEPS + 1) * (1L << power) / (double) STEPS) / MICROS;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return Math.round(rate()) + "/s, p99 " + Math.round(micros(0.99)) + " us";
    }
}
