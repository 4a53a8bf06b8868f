package io.handlekit.conformance.openapi;

import io.handlekit.conformance.golden.Goldens;
import io.handlekit.customers.NewCustomer;
import io.handlekit.http.BaseUrl;
import io.handlekit.http.Credentials;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.transport.HttpReply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** The bytes that the client would send. */
final class RequestBodies {
    private RequestBodies() {}

    static byte[] create(NewCustomer draft) {
        AtomicReference<byte[]> body = new AtomicReference<>();
        try (HttpCustomers customers = HttpCustomers.builder(BaseUrl.SANDBOX)
                .transport(call -> {
                    body.set(call.body());
                    return CompletableFuture.completedFuture(
                            new HttpReply(200, "application/json", Goldens.bytes("create-reply.json")));
                })
                .credentials(Credentials.token("any"))
                .build()) {
            customers.create(draft).toCompletableFuture().join();
        }
        return body.get();
    }
}
