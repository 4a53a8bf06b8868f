package io.handlekit.benchmarks.mock;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Snapshots of many small customers, for {@code --load}. Handles count from TP900001-NL, and e-mail addresses begin with
 * three letters by chance.
 */
final class Snapshots {
    private static final int FIRST = 900_001;
    private static final int LETTERS = 26;
    private static final String HEADER =
            "{\"handlekit_snapshot\":1,\"clock_ahead\":\"PT0S\",\"switches\":{\"numbering-start\":\"900001\"}}\n";

    private Snapshots() {}

    /** Writes a snapshot of this number of customers to a file. */
    static void write(Path file, int count) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        String sections = Call.SMALL_CUSTOMER.lines().map(String::strip).reduce("", String::concat);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            out.write("{\"counter\":\"ids\",\"last\":" + count + "}\n");
            out.write("{\"counter\":\"handles TP\",\"last\":" + (FIRST + count - 1) + "}\n");
            for (int number = 0; number < count; number++) {
                String email = letters(random) + number + "@mail.tld";
                out.write("{\"customer\":\"TP" + (FIRST + number) + "-NL\",\"id\":" + (number + 1) + ",\"sections\":"
                        + sections.replace("test@mail.tld", email) + "}\n");
            }
            out.write("{\"lines\":" + (count + 3) + "}\n");
        }
    }

    private static String letters(SplittableRandom random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            letters.append((char) ('a' + random.nextInt(LETTERS)));
        }
        return letters.toString();
    }
}
