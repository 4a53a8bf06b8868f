package io.handlekit.conformance.docs;

import static io.handlekit.conformance.docs.Drafts.signUp;

import io.handlekit.mock.MockOpenprovider;
import io.handlekit.mock.journal.ExpectedCalls;
import io.handlekit.mock.junit.HandlekitMock;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The example of docs/mock.md for a test with JUnit. */
// tag::junit[]
@HandlekitMock(switches = "token=issued")
class SignUpTest {
    @Test
    void signing_up_creates_one_customer(MockOpenprovider mock, URI baseUri) {
        signUp(baseUri);

        mock.verify(ExpectedCalls.of("POST", "/customers")
                .with("$.name.first_name", "Ada")
                .times(1));
    }
}
// end::junit[]
