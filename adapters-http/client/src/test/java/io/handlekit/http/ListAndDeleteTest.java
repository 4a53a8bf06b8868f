package io.handlekit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.CustomersFailure.BrokenReply;
import io.handlekit.customers.CustomersFailure.NotAuthenticated;
import io.handlekit.customers.CustomersFailure.Unavailable;
import io.handlekit.customers.CustomersFailure.UnknownHandle;
import io.handlekit.http.internal.call.ServiceRequest;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.transport.HttpCall;
import io.handlekit.http.transport.TransportFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests of list and delete, and the outcomes of their replies. */
class ListAndDeleteTest extends ClientTest {
    private static final CustomerQuery QUERY = CustomerQuery.all().where(Field.LAST_NAME, "Löve*");
    private static final String EMPTY_PAGE = "{\"code\":0,\"desc\":\"\",\"data\":{\"results\":[],\"total\":0}}";
    private static final String LIST = "GET /v1/customers";
    private static final String DELETE = "DELETE /v1/customers/XX123456-XX";
    private static final String LOGIN = "POST /v1/auth/login";

    @Test
    void a_list_sends_its_query_in_the_uri_and_has_no_body() {
        service.answer(200, EMPTY_PAGE);

        withToken().list(QUERY);

        HttpCall call = service.calls().get(0);
        assertThat(call.method()).isEqualTo("GET");
        assertThat(call.uri())
                .hasToString("http://127.0.0.1:8080/v1/customers?limit=100&offset=0"
                        + "&last_name_pattern=L%C3%B6ve*&with_additional_data=false");
        assertThat(call.body()).isEmpty();
        assertThat(call.headers()).containsOnlyKeys("Accept", "Authorization", "User-Agent");
    }

    @Test
    void a_delete_names_the_customer_in_the_path_and_has_no_body() {
        service.answer(200, "{\"code\":0,\"data\":{\"success\":true}}");

        withToken().delete(new CustomerHandle("a/b ü"));

        HttpCall call = service.calls().get(0);
        assertThat(call.method()).isEqualTo("DELETE");
        assertThat(call.uri()).hasToString("http://127.0.0.1:8080/v1/customers/a%2Fb%20%C3%BC");
        assertThat(call.body()).isEmpty();
        assertThat(call.headers()).containsOnlyKeys("Accept", "Authorization", "User-Agent");
    }

    @Test
    void a_delete_of_an_unknown_handle_fails_with_the_handle() {
        service.answer(500, FakeService.error(193));

        UnknownHandle failure = failure(UnknownHandle.class, () -> withToken().delete(HANDLE));

        assertThat(failure.handle()).isEqualTo(HANDLE);
        assertThat(failure.mayHaveTakenEffect()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"200,{", "200,{}", "200,<html>", "302,<a>"})
    void a_broken_reply_to_a_delete_may_have_taken_effect_and_one_to_a_list_has_not(int status, String body) {
        service.answer(status, body).answer(status, body);

        assertThat(failure(BrokenReply.class, () -> withToken().delete(HANDLE)).mayHaveTakenEffect())
                .isTrue();
        assertThat(failure(BrokenReply.class, () -> withToken().list(QUERY)).mayHaveTakenEffect())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"CONNECT,false", "EXCHANGE,true", "TOO_LARGE,true"})
    void a_transport_failure_says_whether_a_delete_may_have_taken_effect(TransportFailure.Kind kind, boolean may) {
        for (int i = 0; i < 2; i++) {
            service.answer(CompletableFuture.failedFuture(new TransportFailure(kind, null)));
        }

        assertThat(failure(Unavailable.class, () -> withToken().delete(HANDLE)).mayHaveTakenEffect())
                .isEqualTo(may);
        assertThat(failure(Unavailable.class, () -> withToken().list(QUERY)).mayHaveTakenEffect())
                .isFalse();
        assertThat(service.calls()).hasSize(2);
    }

    @Test
    void a_refused_token_is_renewed_once_for_a_list() {
        service.answer(200, FakeService.token("old"))
                .answer(500, FakeService.error(196))
                .answer(200, FakeService.token("new"))
                .answer(200, EMPTY_PAGE);

        assertThat(withLogin().list(QUERY).total()).isZero();
        assertThat(service.log())
                .containsExactly(LOGIN + " -", LIST + " Bearer old", LOGIN + " -", LIST + " Bearer new");
        assertThat(service.calls().get(3).uri())
                .isEqualTo(service.calls().get(1).uri());
    }

    @Test
    void a_refused_token_is_renewed_once_for_a_delete() {
        service.answer(200, FakeService.token("old"))
                .answer(500, FakeService.error(196))
                .answer(200, FakeService.token("new"))
                .answer(500, FakeService.error(196));

        failure(NotAuthenticated.class, () -> withLogin().delete(HANDLE));

        assertThat(service.log())
                .containsExactly(LOGIN + " -", DELETE + " Bearer old", LOGIN + " -", DELETE + " Bearer new");
    }

    @Test
    void cancelling_a_list_or_a_delete_cancels_its_exchange() {
        HttpCustomers customers = customers(Credentials.token("given"), HttpCustomers.DEFAULT_DEADLINE);

        customers.list(QUERY).toCompletableFuture().cancel(true);
        customers.delete(HANDLE).toCompletableFuture().cancel(true);

        assertThat(service.pending()).hasSize(2).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void a_late_delete_may_have_taken_effect_and_a_late_list_has_not() {
        BlockingCustomers customers =
                new BlockingCustomers(customers(Credentials.token("given"), Duration.ofMillis(50)));

        assertThat(failure(Unavailable.class, () -> customers.delete(HANDLE)).mayHaveTakenEffect())
                .isTrue();
        assertThat(failure(Unavailable.class, () -> customers.list(QUERY)).mayHaveTakenEffect())
                .isFalse();
    }

    @Test
    void the_patterns_of_a_query_are_in_no_message_and_no_toString() {
        service.answer(500, FakeService.error(131));

        CustomersFailure failure =
                failure(CustomersFailure.Rejected.class, () -> withToken().list(QUERY));

        assertThat(failure.toString()).doesNotContain("ve*", "%B6");
        assertThat(service.calls().toString()).doesNotContain("ve*", "%B6");
        assertThat(ServiceRequest.list(QUERY).toString()).doesNotContain("ve*", "%B6");
    }
}
