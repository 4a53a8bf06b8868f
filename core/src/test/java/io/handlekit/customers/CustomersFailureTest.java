package io.handlekit.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomersFailureTest {
    private static VendorAnswer answer(int code) {
        return VendorAnswer.of(500, code, "5ecret", "5ecret");
    }

    @ParameterizedTest
    @ValueSource(ints = {102, 121, 131, 146, 195, 309, 6005, 4006})
    void a_refusal_by_the_tables_had_no_effect(int code) {
        assertThat(new CustomersFailure.Rejected(answer(code), true).mayHaveTakenEffect())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {173, 178, 199, 502, 999, 987_654})
    void an_error_in_the_service_or_an_unheard_of_code_may_have_had_one(int code) {
        assertThat(new CustomersFailure.Rejected(answer(code), true).mayHaveTakenEffect())
                .isTrue();
        assertThat(new CustomersFailure.Rejected(answer(code), false).mayHaveTakenEffect())
                .isFalse();
    }

    @Test
    void what_the_service_said_is_there_but_not_in_the_message() {
        CustomersFailure failure = new CustomersFailure.Rejected(answer(131), true);

        assertThat(failure).hasMessageContaining("131").hasMessageContaining("Invalid telephone country code!");
        assertThat(failure.toString()).doesNotContain("5ecret");
        assertThat(failure.answer()).map(VendorAnswer::desc).contains("5ecret");
    }

    @Test
    void a_failure_survives_serialization() throws Exception {
        CustomersFailure failure = new CustomersFailure.UnknownHandle(new CustomerHandle("XX123456-XX"), answer(193));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            CustomersFailure.UnknownHandle copy = (CustomersFailure.UnknownHandle) in.readObject();
            assertThat(copy.handle()).isEqualTo(new CustomerHandle("XX123456-XX"));
            assertThat(copy.answer()).isEqualTo(failure.answer());
        }
    }

    @Test
    void a_code_that_no_table_lists_is_named_as_such() {
        assertThat(new CustomersFailure.Rejected(answer(987_654), true))
                .hasMessage("the service answered with code 987654: no text is known for it");
    }
}
