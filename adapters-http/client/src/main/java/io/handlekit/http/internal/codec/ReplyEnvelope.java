package io.handlekit.http.internal.codec;

import io.handlekit.customers.vendor.VendorWarning;
import io.handlekit.http.transport.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The service's envelope {@code {"code", "desc", "data", "maintenance", "warnings"}}, or an empty one for other
 * replies. The code decides what the data is. The service sends code 0 in front of it, so that its value is read in
 * passing. Otherwise the text of the data is kept until it is asked for.
 *
 * @param <T> the value of a successful reply
 */
public final class ReplyEnvelope<T> {
    private static final OptionalInt SUCCESS = OptionalInt.of(0);

    private final Function<JsonReader, T> reader;
    private OptionalInt code = OptionalInt.empty();
    private String desc = "";
    private JsonReader.Slice data = JsonReader.Slice.NULL;
    private @Nullable Read<T> read;
    private boolean maintenance;
    private List<VendorWarning> warnings = List.of();

    private ReplyEnvelope(Function<JsonReader, T> reader) {
        this.reader = reader;
    }

    /** Returns the envelope of a missing reply. */
    public static <T> ReplyEnvelope<T> none(Function<JsonReader, T> reader) {
        return new ReplyEnvelope<>(reader);
    }

    /**
     * Returns the envelope of a reply, or {@link #none}. Whatever the parser throws at a hostile reply is dropped, because
     * its message quotes the reply, and because a call must not end without an outcome.
     *
     * @param reader reads the data of a successful reply
     */
    public static <T> ReplyEnvelope<T> of(HttpReply reply, Function<JsonReader, T> reader) {
        try {
            return read(reply, reader, true);
        } catch (RuntimeException | Error unreadable) {
            // The envelope may be readable even if its data is not.
            return withUnreadData(reply, reader);
        }
    }

    private static <T> ReplyEnvelope<T> withUnreadData(HttpReply reply, Function<JsonReader, T> reader) {
        try {
            return read(reply, reader, false);
        } catch (RuntimeException | Error unreadable) {
            return none(reader);
        }
    }

    private static <T> ReplyEnvelope<T> read(HttpReply reply, Function<JsonReader, T> reader, boolean inPassing) {
        ReplyEnvelope<T> envelope = new ReplyEnvelope<>(reader);
        try (JsonReader in = JsonReader.of(reply.body())) {
            for (String name = in.firstMember(); name != null; name = in.nextMember()) {
                envelope.member(in, name, inPassing);
            }
            return in.isAtEnd() ? envelope : none(reader);
        }
    }

    private void member(JsonReader in, String name, boolean inPassing) {
        switch (name) {
            case "code" -> code = in.smallInteger();
            case "desc" -> desc = in.textOrJson();
            case "data" -> data(in, inPassing && code.equals(SUCCESS));
            case "maintenance" -> maintenance = in.isTrue();
            case "warnings" -> {
                List<VendorWarning> read = new ArrayList<>();
                in.elements(() -> warning(in, read));
                warnings = List.copyOf(read);
            }
            default -> in.skip();
        }
    }

    private void data(JsonReader in, boolean isValue) {
        read = null;
        data = in.slice(() -> {
            if (isValue) {
                read = new Read<>(reader.apply(in));
            }
        });
    }

    private static void warning(JsonReader in, List<VendorWarning> warnings) {
        Warning warning = new Warning();
        for (String name = in.firstMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "code" -> warning.code = in.lenientSmallInteger();
                case "desc" -> warning.desc = in.textOrJson();
                case "data" -> warning.data = in.textOrJson();
                default -> in.skip();
            }
        }
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
     * Returns the value of the data. A missing data is {@code null} to its reader.
     *
     * @throws ReplyDecoder.UnreadableReply if the data cannot be read, for whatever reason
     */
    public T value() {
        return read == null ? data(reader) : read.value();
    }

    /** Returns the data as text: a refusal has a text there. Data that cannot be read is empty. */
    public String dataText() {
        try {
            return data(JsonReader::textOrJson);
        } catch (ReplyDecoder.UnreadableReply unreadable) {
            return "";
        }
    }

    private <R> R data(Function<JsonReader, R> reader) {
        try (JsonReader in = JsonReader.of(data)) {
            return reader.apply(in);
        } catch (ReplyDecoder.UnreadableReply unreadable) {
            throw unreadable;
        } catch (RuntimeException | Error failed) {
            throw new ReplyDecoder.UnreadableReply("data cannot be read");
        }
    }

    public boolean isMaintenance() {
        return maintenance;
    }

    /** Returns the warnings that have a code. */
    public List<VendorWarning> warnings() {
        return warnings;
    }

    /** A value, which may be null, that was read already. */
    private record Read<T>(T value) {
        @Override
        public String toString() {
            return "Read";
        }
    }

    /** A warning in the making. */
    private static final class Warning {
        private OptionalInt code = OptionalInt.empty();
        private String desc = "";
        private String data = "";
    }
}
