package io.handlekit.http.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomersFailure.BrokenReply;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.http.internal.call.ServiceRequest;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.transport.HttpReply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcomes of the replies to a list. */
class ListReplyTest {
    private static final ServiceRequest LIST = ServiceRequest.list(CustomerQuery.all());

    private static CustomerPage read(String data) {
        String reply = "{\"code\":0,\"desc\":\"\",\"data\":" + data + "}";
        return FakeService.interpret(FakeService.reply(200, reply), LIST, ReplyDecoder::page);
    }

    @Test
    void a_page_has_the_customers_and_the_total_of_all_pages() {
        CustomerPage page = read("""
                {"total":41,"results":[
                  {"handle":"AL900001-GB","id":7,"name":{"first_name":"Ada","last_name":"Lovelace"},"email":"a@b.c",
                   "vat":"GB1","fax":{"country_code":"+44"},"email_verification_status":"ACT","is_deleted":false},
                  {"handle":"CB900001-GB"}]}""");

        assertThat(page.total()).isEqualTo(41);
        assertThat(page.customers())
                .extracting(ListedCustomer::handle)
                .containsExactly(new CustomerHandle("AL900001-GB"), new CustomerHandle("CB900001-GB"));
        ListedCustomer first = page.customers().get(0);
        assertThat(first.name()).isEqualTo(PersonName.of("Ada", "Lovelace"));
        assertThat(first.email()).isEqualTo("a@b.c");
        assertThat(first.emailVerificationStatus()).isEqualTo("ACT");
        assertThat(first.id()).hasValue(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};0",
                "{\"total\":0};0",
                "{\"total\":null};0",
                "{\"results\":null};0",
                "{\"results\":null,\"total\":0};0",
                "{\"results\":[]};0",
                "{\"results\":[],\"total\":0};0",
                "{\"results\":[],\"total\":12};12",
                "{\"total\":12};12",
            })
    void a_page_without_customers_is_empty_in_every_form(String data, long total) {
        assertThat(read(data)).isEqualTo(new CustomerPage(List.of(), total));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"none\"",
                "{\"results\":{},\"total\":0}",
                "{\"results\":\"\",\"total\":0}",
                "{\"results\":[{\"handle\":\"AL900001-GB\"}]}",
                "{\"results\":[{\"handle\":\"AL900001-GB\"}],\"total\":null}",
                "{\"results\":[{\"handle\":\"AL900001-GB\"}],\"total\":\"many\"}",
                "{\"results\":[{\"handle\":\"AL900001-GB\"}],\"total\":1.5}",
                "{\"results\":[{\"handle\":\"AL900001-GB\"}],\"total\":-1}",
                "{\"results\":[{\"handle\":\"AL900001-GB\"}],\"total\":99999999999999999999}",
                "{\"results\":[{\"handle\":\"AL900001-GB\"},{\"email\":\"a@b.c\"}],\"total\":2}",
                "{\"results\":[{\"handle\":\"AL900001-GB\"},null],\"total\":2}",
                "{\"results\":[\"AL900001-GB\"],\"total\":1}",
                "{\"results\":[{\"handle\":\"AL900001-GB\",\"email\":{}}],\"total\":1}",
            })
    void a_page_with_one_unreadable_part_is_a_broken_reply(String data) {
        BrokenReply failure = catchThrowableOfType(BrokenReply.class, () -> read(data));

        assertThat(failure).isNotNull();
        assertThat(failure.mayHaveTakenEffect()).isFalse();
        assertThat(failure.getMessage()).doesNotContain("AL900001", "a@b.c");
    }

    @Test
    void a_reply_without_data_is_not_an_empty_page() {
        HttpReply reply = FakeService.reply(200, "{\"code\":0,\"desc\":\"\"}");

        assertThat(catchThrowableOfType(
                        BrokenReply.class, () -> FakeService.interpret(reply, LIST, ReplyDecoder::page)))
                .isNotNull();
    }
}
