package io.handlekit.benchmarks.mock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The HTTP requests that the benchmark sends, as bytes. */
final class Call {
    /** The full customer of the vendor's articles. */
    static final String CUSTOMER = resource("/io/handlekit/mock/documentation-customer.json");

    /** The handle of that customer. */
    static final String HANDLE = "XX123456-XX";

    static final Supplier<byte[]> CREATE = always("POST", "/v1/customers", CUSTOMER);
    /** A small customer, of whom a million fit in the heap of the benchmark. */
    static final String SMALL_CUSTOMER = """
            {"name":{"first_name":"Test","last_name":"Person"},"email":"test@mail.tld","locale":"nl_NL",
             "address":{"street":"Test street","number":"1","zipcode":"0123","city":"Test city","country":"NL"},
             "phone":{"country_code":"+31","area_code":"10","subscriber_number":"1234567"}}""";

    static final Supplier<byte[]> CREATE_SMALL = always("POST", "/v1/customers", SMALL_CUSTOMER);
    static final Supplier<byte[]> UPDATE = always("PUT", "/v1/customers/" + HANDLE, CUSTOMER);
    static final Supplier<byte[]> READ = always("GET", "/v1/customers/" + HANDLE, "");

    /** A list of 100 customers of one pair of letters. */
    static final Supplier<byte[]> LIST = always("GET", "/v1/customers?limit=100&handle_pattern=TP9*", "");

    /** A list of the customers whose handles start with a text that a hundred of a million have. */
    static final Supplier<byte[]> LIST_BY_PREFIX = always("GET", "/v1/customers?limit=100&handle_pattern=TP9500*", "");

    private Call() {}

    private static Supplier<byte[]> always(String method, String path, String body) {
        byte[] bytes = bytes(method, path, body);
        return () -> bytes;
    }

    /** Returns reads of random customers, of those that were created first. */
    static Supplier<byte[]> readOneOf(int count) {
        return readOneOf(count, 1);
    }

    /** Returns reads of random customers, of as many as asked for, of which each is so many creates after the last. */
    static Supplier<byte[]> readOneOf(int count, int apart) {
        SplittableRandom random = new SplittableRandom(1);
        return () -> read(random.nextInt(count) * apart);
    }

    /** Returns reads of the same customers, one after the other. */
    static Supplier<byte[]> readEachOf(int count, int apart) {
        int[] next = {0};
        return () -> read(next[0]++ % count * apart);
    }

    private static byte[] read(int number) {
        return bytes("GET", "/v1/customers/TP" + (900_001 + number) + "-NL", "");
    }

    /** Returns updates of random customers, of those that were created first. */
    static Supplier<byte[]> updateOneOf(int count) {
        SplittableRandom random = new SplittableRandom(2);
        return () -> bytes("PUT", "/v1/customers/TP" + (900_001 + random.nextInt(count)) + "-NL", CUSTOMER);
    }

    /** Returns a list of at most 100 customers, with these parameters. */
    static Supplier<byte[]> list(String parameters) {
        return always("GET", "/v1/customers?limit=100" + parameters, "");
    }

    /** Returns one request. */
    static byte[] bytes(String method, String path, String body) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer any\r\n";
        String length = body.isEmpty()
                ? ""
                : "Content-Type: application/json\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                        + "\r\n";
        return (head + length + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    static String resource(String name) {
        try (InputStream in = Call.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
