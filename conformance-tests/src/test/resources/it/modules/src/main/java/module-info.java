/** An application that uses the client, and the mock in place of the service. */
module example.billing {
    requires io.handlekit.core;
    requires io.handlekit.http;
    requires io.handlekit.mock;
}
