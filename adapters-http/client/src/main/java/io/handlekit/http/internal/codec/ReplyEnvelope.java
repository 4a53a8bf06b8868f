package io.handlekit.http.internal.codec;

import io.handlekit.customers.vendor.VendorWarning;
import io.handlekit.http.transport.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The service's envelope {@code {"code", "desc", "data", "maintenance", "warnings"}}, or an empty one for other
 * replies. The data is read only when it is asked for, since the code decides and may stand behind it.
 */
public final class ReplyEnvelope {
    /** The envelope of a missing reply. */
    public static final ReplyEnvelope NONE = new ReplyEnvelope();

    private OptionalInt code = OptionalInt.empty();
    private String desc = "";
    private JsonReader.Slice data = JsonReader.Slice.NULL;
    private boolean maintenance;
    private List<VendorWarning> warnings = List.of();

    private ReplyEnvelope() {}

    /**
     * Returns the envelope of a reply, or {@link #NONE}. Whatever the parser throws at a hostile reply is dropped, because
     * its message quotes the reply, and because a call must not end without an outcome.
     */
    public static ReplyEnvelope of(HttpReply reply) {
        ReplyEnvelope envelope = new ReplyEnvelope();
        try (JsonReader in = JsonReader.of(reply.body())) {
            in.members(name -> envelope.member(in, name));
            return in.isAtEnd() ? envelope : NONE;
        } catch (RuntimeException | Error unreadable) {
            return NONE;
        }
    }

    private void member(JsonReader in, String name) {
        switch (name) {
            case "code" -> code = in.smallInteger();
            case "desc" -> desc = in.textOrJson();
            case "data" -> data = in.slice();
            case "maintenance" -> maintenance = in.isTrue();
            case "warnings" -> {
                List<VendorWarning> read = new ArrayList<>();
                in.elements(() -> warning(in, read));
                warnings = List.copyOf(read);
            }
            default -> in.skip();
        }
    }

    private static void warning(JsonReader in, List<VendorWarning> warnings) {
        Warning warning = new Warning();
        in.members(name -> {
            switch (name) {
                case "code" -> warning.code = in.lenientSmallInteger();
                case "desc" -> warning.desc = in.textOrJson();
                case "data" -> warning.data = in.textOrJson();
                default -> in.skip();
            }
        });
        warning.code.ifPresent(code -> warnings.add(new VendorWarning(code, warning.desc, warning.data)));
    }

    /** Returns the code, or empty if the reply is not an envelope. */
    public OptionalInt code() {
        return code;
    }

    public String desc() {
        return desc;
    }

    /**
     * Returns what the reader makes of the data. A missing data is {@code null} to it.
     *
     * @throws ReplyDecoder.UnreadableReply if the data cannot be read, for whatever reason
     */
    public <T> T data(Function<JsonReader, T> reader) {
        try (JsonReader in = JsonReader.of(data)) {
            return reader.apply(in);
        } catch (ReplyDecoder.UnreadableReply unreadable) {
            throw unreadable;
        } catch (RuntimeException | Error failed) {
            throw new ReplyDecoder.UnreadableReply("data cannot be read");
        }
    }

    /** Returns the data as text: a refusal has a text there. Data that cannot be read is empty. */
    public String dataText() {
        try {
            return data(JsonReader::textOrJson);
        } catch (ReplyDecoder.UnreadableReply unreadable) {
            return "";
        }
    }

    public boolean isMaintenance() {
        return maintenance;
    }

    /** Returns the warnings that have a code. */
    public List<VendorWarning> warnings() {
        return warnings;
    }

    /** A warning in the making. */
    private static final class Warning {
        private OptionalInt code = OptionalInt.empty();
        private String desc = "";
        private String data = "";
    }
}
