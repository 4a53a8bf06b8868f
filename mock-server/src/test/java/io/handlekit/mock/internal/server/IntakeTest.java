package io.handlekit.mock.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.internal.base.MemoryBudget;
import io.handlekit.mock.internal.control.Health;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** The first handler of a request, in a server that does not run. */
class IntakeTest {
    private static final Request UNTOUCHED_REQUEST = null;
    private static final Response UNTOUCHED_RESPONSE = null;

    @Test
    void a_server_that_stops_fails_a_request_with_503_and_writes_nothing_itself() throws Exception {
        Intake intake = new Intake(MemoryBudget.ofThisProcess(), new Health());
        new Server().setHandler(intake);
        Callback.Completable end = new Callback.Completable();

        boolean isHandled = intake.handle(UNTOUCHED_REQUEST, UNTOUCHED_RESPONSE, end);

        assertThat(isHandled).isTrue();
        assertThat(end.handle((done, failure) -> failure))
                .isCompletedWithValueMatching(
                        failure -> failure instanceof HttpException refused && refused.getCode() == 503);
    }
}
