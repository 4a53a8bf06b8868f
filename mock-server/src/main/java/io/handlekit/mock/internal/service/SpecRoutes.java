package io.handlekit.mock.internal.service;

import io.handlekit.customers.tld.TldField;
import io.handlekit.customers.validation.TextRules;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.engine.TldLookup;
import io.handlekit.mock.internal.wire.Answer;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/** The endpoint that lists what a top-level domain requires of a customer. */
public final class SpecRoutes {
    private static final String EXTENSION = "domain.extension";
    private static final Set<String> KNOWN = Set.of(EXTENSION, "domain.name");
    private static final Pattern WORD_START = Pattern.compile("_([a-z])");

    /** Returns the routes. */
    public List<Route> all() {
        return List.of(new Route(HandlerType.GET, "/domains/additional-data/customers", this::get));
    }

    private Answer get(Request request) {
        String extension = request.query(KNOWN).text(EXTENSION);
        if (TextRules.isBlank(extension)) {
            throw VendorError.missing(EXTENSION);
        }
        List<TldField> fields = TldLookup.find(extension).stream()
                .flatMap(requirements -> requirements.fields().stream())
                .filter(SpecRoutes::isAdditional)
                .toList();
        boolean isSnake = request.behaviour().is(Switch.SpecNames.SNAKE);
        return request.envelope().data(out -> {
            out.writeStartArray();
            fields.forEach(field -> write(out, field, isSnake));
            out.writeEndArray();
        });
    }

    private static boolean isAdditional(TldField field) {
        return !field.places().equals(List.of(TldField.Place.CUSTOMER));
    }

    private static void write(JsonGenerator out, TldField field, boolean isSnake) {
        out.writeStartObject();
        out.writeStringProperty("name", name(field, isSnake));
        out.writeStringProperty("description", field.description());
        out.writeBooleanProperty("required", field.isRequired());
        out.writeStringProperty("type", field.allowedValues().isEmpty() ? "text" : "select");
        if (!field.allowedValues().isEmpty()) {
            out.writeArrayPropertyStart("options");
            field.allowedValues().forEach(value -> option(out, value));
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static String name(TldField field, boolean isSnake) {
        return isSnake
                ? field.name()
                : WORD_START
                        .matcher(field.name())
                        .replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
    }

    /** Writes an allowed value. The meaning of most values is not public, so the value is its own description. */
    private static void option(JsonGenerator out, String value) {
        out.writeStartObject();
        out.writeStringProperty("value", value);
        out.writeStringProperty("description", value);
        out.writeEndObject();
    }
}
