package io.handlekit.mock.internal.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.handlekit.mock.testing.ApiTest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Requests that no client should send. The same seed gives the same requests. */
final class OddRequests {
    private static final String VALID = ApiTest.ADA;
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "FOO", "get");
    private static final List<String> PATHS = List.of(
            "/v1/customers",
            "/v1/customers/ZZ999999-ZZ",
            "/v1/auth/login",
            "/v1/tags",
            "/v1/customers/verifications/emails/start",
            "/v1/customers/verifications/emails/domains",
            "/v1/domains/additional-data/customers",
            "/_handlekit/ledger",
            "/openapi.json");
    private static final List<String> ODD_PATHS = List.of(
            "/../../etc/passwd",
            "/v1/../v1/customers",
            "/v1/customers/..%2f..%2fetc",
            "/v1/customers/%2e%2e",
            "/v1/customers/%00",
            "/v1/customers/%zz",
            "/v1/customers/%c0%af",
            "/v1/customers/%ff%fe",
            "/v1/customers/a;jsessionid=1",
            "/v1/customers//",
            "//v1/customers",
            "/v1/customers/%25%32%66",
            "/v1/customers/\\..\\",
            "/v1/customers/{handle}",
            "/v1/customers/<*>",
            "/v1/customers/é",
            "*",
            "http://elsewhere.example/v1/customers",
            "/v1/customers?",
            "/v1/customers??&&==&=",
            "/v1/customers/" + "x".repeat(7_000),
            "/v1/customers/" + "x".repeat(20_000));
    private static final List<String> NAMES = List.of(
            "limit",
            "offset",
            "order",
            "order_by",
            "type",
            "columns",
            "with_additional_data",
            "pattern",
            "reseller_id",
            "email_pattern",
            "handle_pattern",
            "domain.extension",
            "key",
            "value",
            "is_suspended",
            "",
            "%00",
            "é");
    private static final List<String> VALUES = List.of(
            "",
            "-1",
            "0",
            "1e9",
            "NaN",
            "2147483648",
            "-2147483648",
            "9".repeat(500),
            "true",
            "TRUE",
            "%zz",
            "%00",
            "%ff",
            "*".repeat(2_000),
            "*a".repeat(500),
            "a*b*c",
            "[]",
            "{}",
            "%F0%9F%98%80",
            "null",
            "DESC",
            "asc",
            "' or 1=1--",
            "%0d%0aSet-Cookie:x",
            "..",
            "ru",
            "xn--p1ai",
            "a b");
    private static final List<String> HEADERS = List.of(
            "X: " + "y".repeat(4_000),
            "X: " + "y".repeat(20_000),
            "no colon",
            ": no name",
            "Content-Type: text/plain; charset=klingon",
            "Content-Encoding: gzip",
            "Accept: nothing/at-all",
            "Accept-Encoding: br;q=x",
            "Authorization: Basic eHg6eXk=",
            "Authorization: Bearer \u0001",
            "Cookie: " + "a=b;".repeat(500),
            "Host: a\r\nHost: b",
            "X\u0000Y: z",
            "Range: bytes=5-1",
            "If-Match: *",
            "Expect: 200-maybe",
            "Upgrade: h2c\r\nConnection: Upgrade",
            "X-HTTP-Method-Override: DELETE",
            "Transfer-Encoding: nothing");
    private static final List<String> PIECES = List.of(
            "null",
            "[]",
            "{}",
            "\"",
            "\\u0000",
            "\\ud800",
            "1e999999",
            "-0",
            "true",
            ",",
            "[[[[",
            "}",
            "\u0000",
            "é",
            "//",
            "\"email\":5,",
            "\"a\":",
            "9".repeat(400),
            "\\",
            "\"x\":{\"x\":{\"x\":[",
            "NaN");

    private static final List<String> WRONG = List.of(
            "\"handle\":5",
            "\"email\":{}",
            "\"phone\":[]",
            "\"fax\":\"none\"",
            "\"address\":{\"city\":5}",
            "\"tags\":[5]",
            "\"locale\":true",
            "\"additional_data\":{\"birth_date\":[]}",
            "\"extension_additional_data\":[{\"data\":{\"vat\":1}}]");

    private final Random random;

    OddRequests(long seed) {
        random = new Random(seed);
    }

    /** Returns the next request. */
    byte[] next() {
        List<Supplier<byte[]>> kinds = List.of(
                () -> create(bytes(random.nextInt(200))),
                () -> create(cutOff()),
                () -> create(spoilt().getBytes(UTF_8)),
                () -> create(brokenText()),
                () -> create(deep()),
                () -> random.nextInt(20) == 0 ? create(large()) : create(twice().getBytes(UTF_8)),
                () -> update(random.nextBoolean() ? cutOff() : bytes(1 + random.nextInt(50))),
                () -> update(oneOfAnotherType().getBytes(UTF_8)),
                () -> chunked(),
                () -> request(any(METHODS), any(ODD_PATHS), "", spoilt().getBytes(UTF_8)),
                () -> request("GET", any(PATHS) + "?" + query(), "", new byte[0]),
                () -> request(any(METHODS), any(PATHS), any(HEADERS) + "\r\n", spoilt().getBytes(UTF_8)),
                () -> request(any(METHODS), any(PATHS), "", VALID.getBytes(UTF_8)));
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private byte[] create(byte[] body) {
        return request("POST", random.nextInt(4) == 0 ? any(PATHS) : "/v1/customers", "", body);
    }

    /** Returns valid changes with one member of a wrong type. */
    private String oneOfAnotherType() {
        return "{\"vat\":\"changed\",\"comments\":\"changed\"," + any(WRONG) + "}";
    }

    /** Returns chunks without valid lengths. */
    private byte[] chunked() {
        return ("POST /v1/customers HTTP/1.1\r\nHost: mock\r\nAuthorization: Bearer any\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + any(List.of("ZZ\r\nxx\r\n", "-1\r\n", "\r\n")))
                .getBytes(ISO_8859_1);
    }

    /** Returns an update that has to be refused, so that the customer stays as it is. */
    private byte[] update(byte[] body) {
        return request("PUT", "/v1/customers/XX123456-XX", "", body);
    }

    private static byte[] request(String method, String target, String headers, byte[] body) {
        String head = method + " " + target + " HTTP/1.1\r\nHost: mock\r\nAuthorization: Bearer any\r\n" + headers
                + "Content-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] cutOff() {
        return VALID.substring(0, random.nextInt(VALID.length() - 1)).getBytes(UTF_8);
    }

    private String spoilt() {
        int place = random.nextInt(VALID.length());
        int end = Math.min(VALID.length(), place + random.nextInt(30));
        return VALID.substring(0, place) + any(PIECES) + VALID.substring(end);
    }

    /** Returns a text with bytes that are not UTF-8. */
    private byte[] brokenText() {
        byte[] body = VALID.getBytes(UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            body[random.nextInt(body.length)] = (byte) (0x80 + random.nextInt(0x80));
        }
        return body;
    }

    private byte[] deep() {
        String open = any(List.of("[", "{\"a\":", "{\"address\":", "[[", "{\"tags\":["));
        return ("{\"additional_data\":" + open.repeat(10_000) + "]".repeat(random.nextInt(10_000))).getBytes(UTF_8);
    }

    private byte[] large() {
        return ("{\"comments\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(UTF_8);
    }

    private String twice() {
        String member = any(List.of("\"email\":null,", "\"name\":{},", "\"tags\":[],", "\"phone\":\"x\","));
        return "{" + member.repeat(1 + random.nextInt(300)) + VALID.substring(1);
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            query.append(any(NAMES))
                    .append('=')
                    .append(any(VALUES).replace(" ", "%20"))
                    .append('&');
        }
        return query.toString();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
