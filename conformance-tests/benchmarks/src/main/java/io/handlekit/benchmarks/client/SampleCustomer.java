package io.handlekit.benchmarks.client;

import io.handlekit.customers.Customer;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.http.internal.codec.ReplyDecoder;
import io.handlekit.http.internal.codec.ReplyEnvelope;
import io.handlekit.http.transport.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The customers that the benchmarks use: the one of the vendor's documentation, and one without findings. */
final class SampleCustomer {
    private SampleCustomer() {}

    /** Returns the body of the service's answer to a request for the documentation's customer: about 2.4 KB. */
    static byte[] reply() {
        String draft = documented().strip();
        return ("{\"code\":0,\"desc\":\"\",\"maintenance\":false,\"warnings\":[],\"data\":{\"handle\":\"XX123456-XX\","
                        + "\"id\":123456,\"reseller_id\":12345,"
                        + draft.substring(1)
                        + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the documentation's customer as the JSON of a create. */
    static String documented() {
        String path = "/io/handlekit/mock/documentation-customer.json";
        try (InputStream in = Objects.requireNonNull(SampleCustomer.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Customer decoded(byte[] reply) {
        return ReplyEnvelope.of(new HttpReply(200, "application/json", reply), ReplyDecoder::customer)
                .value();
    }

    /** Returns the draft of the documentation's customer. */
    static NewCustomer draft() {
        return NewCustomer.copyOf(decoded(reply())).build();
    }

    /** Returns a draft that gets no findings. */
    static NewCustomer clean() {
        return NewCustomer.builder()
                .companyName("Analytical Engines")
                .name(new PersonName("A.A.", "Ada", "", "Lovelace"))
                .address(new PostalAddress("Dorset Street", "1", "a", "W1U 4EG", "London", "Greater London", "GB"))
                .phone(new PhoneNumber("+44", "20", "79460000"))
                .fax(new PhoneNumber("+44", "20", "79460001"))
                .email("ada@example.com")
                .vat("GB123456789")
                .locale("en_GB")
                .comments("Prefers letters")
                .build();
    }
}
