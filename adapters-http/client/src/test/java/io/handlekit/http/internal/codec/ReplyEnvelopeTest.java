package io.handlekit.http.internal.codec;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handlekit.customers.CustomerHandle;
import io.handlekit.http.internal.codec.ReplyDecoder.UnreadableReply;
import io.handlekit.http.transport.HttpReply;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of an envelope's members, which the service does not promise. */
class ReplyEnvelopeTest {
    private static final CustomerHandle HANDLE = new CustomerHandle("AL900001-GB");

    private static ReplyEnvelope<CustomerHandle> envelope(byte[] body) {
        return ReplyEnvelope.of(new HttpReply(200, "application/json", body), ReplyDecoder::handle);
    }

    private static ReplyEnvelope<CustomerHandle> envelope(String body) {
        return envelope(body.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code':0,'data':{'handle':'AL900001-GB','new':[1,{}]},'desc':'d'}",
                "{'data':{'handle':'AL900001-GB','new':[1,{}]},'desc':'d','code':0}",
                "{'code':5,'desc':'x','data':'text','data':{'handle':'AL900001-GB'},'desc':'d','code':0}",
                "{'code':0,'data':{'handle':'CB900001-GB'},'desc':'d','data':{'handle':'AL900001-GB'}}",
                "{'code':0,'data':{'handle':'CB900001-GB'},'code':5,'data':{'handle':'AL900001-GB'},'code':0,'desc':'d'}",
                "{'code':0,'data':'text','desc':'d','data':{'handle':'AL900001-GB'}}",
            })
    void the_value_is_read_wherever_the_code_stands(String reply) {
        String json = reply.replace('\'', '"');

        for (byte[] body : new byte[][] {json.getBytes(UTF_8), json.getBytes(UTF_16BE)}) {
            assertThat(envelope(body).code()).hasValue(0);
            assertThat(envelope(body).desc()).isEqualTo("d");
            assertThat(envelope(body).value()).isEqualTo(HANDLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code':131,'data':'and more'}",
                "{'data':'and more','code':131}",
                "{'code':0,'data':{'handle':'AL900001-GB'},'code':131,'data':'and more'}",
                "{'code':0,'data':'and more','code':131}",
            })
    void a_refusal_has_the_text_of_its_data_wherever_the_code_stands(String reply) {
        ReplyEnvelope<CustomerHandle> envelope = envelope(reply.replace('\'', '"'));

        assertThat(envelope.code()).hasValue(131);
        assertThat(envelope.dataText()).isEqualTo("and more");
    }

    @Test
    void a_code_behind_data_that_was_read_already_still_decides() {
        ReplyEnvelope<CustomerHandle> envelope =
                envelope("{\"code\":0,\"data\":{\"handle\": \"AL900001-GB\"},\"code\":131}");

        assertThat(envelope.code()).hasValue(131);
        assertThat(envelope.dataText()).isEqualTo("{\"handle\":\"AL900001-GB\"}");
    }

    @Test
    void a_null_in_place_of_read_data_is_no_value() {
        ReplyEnvelope<CustomerHandle> envelope =
                envelope("{\"code\":0,\"data\":{\"handle\":\"AL900001-GB\"},\"data\":null}");

        assertThatThrownBy(envelope::value).isInstanceOf(UnreadableReply.class).hasMessageContaining("handle");
    }

    @Test
    void data_that_cannot_be_read_leaves_the_rest_of_the_envelope_readable() {
        ReplyEnvelope<CustomerHandle> envelope = envelope("{\"code\":0,\"data\":{\"handle\":[]},\"desc\":\"d\","
                + "\"maintenance\":true,\"warnings\":[{\"code\":7,\"desc\":\"w\"}]}");

        assertThat(envelope.code()).hasValue(0);
        assertThat(envelope.desc()).isEqualTo("d");
        assertThat(envelope.isMaintenance()).isTrue();
        assertThat(envelope.warnings()).hasSize(1);
        assertThatThrownBy(envelope::value).isInstanceOf(UnreadableReply.class).hasMessageContaining("handle");
    }

    @Test
    void data_behind_code_0_is_read_in_passing_and_not_again() {
        AtomicInteger reads = new AtomicInteger();
        HttpReply reply = new HttpReply(
                200, "application/json", "{\"code\":0,\"data\":{\"success\":true},\"desc\":\"\"}".getBytes(UTF_8));
        ReplyEnvelope<Object> envelope = ReplyEnvelope.of(reply, in -> {
            reads.incrementAndGet();
            return ReplyDecoder.success(in);
        });

        assertThat(reads).hasValue(1);
        assertThat(envelope.value()).isNull();
        assertThat(reads).hasValue(1);
    }
}
