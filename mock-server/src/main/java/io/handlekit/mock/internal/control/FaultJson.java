package io.handlekit.mock.internal.control;

import io.handlekit.mock.fault.Fault;
import io.handlekit.mock.fault.FaultAction;
import io.handlekit.mock.fault.FaultAction.Kind;
import io.handlekit.mock.fault.FaultAction.Parameter;
import io.handlekit.mock.fault.FaultSchedule;
import io.handlekit.mock.internal.base.CallPattern;
import io.handlekit.mock.internal.base.QuotedName;
import io.handlekit.mock.internal.wire.BadRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Faults as JSON: {@code {"fault": "html-page", "status": 502, "after_effect": true, "method": "POST", "path":
 * "/customers", "fraction": 0.1, "seed": 7, "at_most": 3}}. Only {@code fault} and its numbers are required.
 */
public final class FaultJson {
    private static final Set<String> COMMON =
            Set.of("fault", "after_effect", "method", "path", "nth", "every", "fraction", "seed", "at_most");

    private final String path;
    private final JsonNode node;

    private FaultJson(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /**
     * Reads an array of faults.
     *
     * @throws BadRequest if a fault is invalid; the message has the path of the first one
     */
    public static List<Fault> read(JsonNode array) {
        if (!array.isArray()) {
            throw new BadRequest(BadRequest.Kind.WRONG_TYPE, "faults: an array is expected");
        }
        List<Fault> faults = new ArrayList<>();
        for (JsonNode node : array) {
            faults.add(new FaultJson("[" + faults.size() + "]", node).fault());
        }
        return faults;
    }

    public static void write(JsonGenerator out, List<Fault> faults) {
        out.writeStartArray();
        faults.forEach(fault -> write(out, fault));
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, Fault fault) {
        FaultAction action = fault.action();
        FaultSchedule schedule = fault.schedule();
        out.writeStartObject();
        out.writeStringProperty("fault", action.kind().word());
        for (int i = 0; i < action.numbers().size(); i++) {
            out.writeNumberProperty(
                    action.kind().parameters().get(i).name(), action.numbers().get(i));
        }
        out.writeBooleanProperty("after_effect", action.afterEffect());
        out.writeStringProperty("method", fault.method());
        fault.path().ifPresent(path -> out.writeStringProperty("path", path));
        if (schedule.rule() == FaultSchedule.Rule.FRACTION) {
            out.writeNumberProperty(schedule.rule().word(), schedule.number());
        } else {
            out.writeNumberProperty(schedule.rule().word(), (int) schedule.number());
        }
        out.writeNumberProperty("seed", schedule.seed());
        if (schedule.atMost() != FaultSchedule.ALL.atMost()) {
            out.writeNumberProperty("at_most", schedule.atMost());
        }
        out.writeEndObject();
    }

    private Fault fault() {
        if (!node.isObject()) {
            throw wrongType("", "an object");
        }
        Kind kind = kind();
        Set<String> known = new HashSet<>(COMMON);
        kind.parameters().forEach(parameter -> known.add(parameter.name()));
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw refused(QuotedName.shown(name), "unknown for " + kind.word());
            }
        }
        FaultAction action = action(kind);
        CallPattern calls = calls();
        return new Fault(action, calls.method(), calls.path(), schedule());
    }

    private Kind kind() {
        String word = text("fault").orElse("");
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findAny()
                .orElseThrow(() -> refused(
                        "fault",
                        "one of "
                                + Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "))
                                + " is expected"));
    }

    private FaultAction action(Kind kind) {
        List<Integer> numbers = new ArrayList<>();
        for (Parameter parameter : kind.parameters()) {
            String name = parameter.name();
            if (!parameter.isRequired() && !node.has(name)) {
                continue;
            }
            boolean usesFirstNumber = !node.has(name) && !numbers.isEmpty();
            numbers.add(usesFirstNumber ? numbers.get(0) : number(name));
            checked(name, () -> {
                parameter.check(numbers.get(numbers.size() - 1));
                return true;
            });
        }
        FaultAction usual = checked(
                kind == Kind.STATUS ? "code" : "to_ms", () -> FaultAction.of(kind, numbers.toArray(Integer[]::new)));
        return checked("after_effect", () -> new FaultAction(kind, numbers, flag("after_effect", usual.afterEffect())));
    }

    private CallPattern calls() {
        String method = checked(
                        "method", () -> CallPattern.ofFault(text("method").orElse("*"), Optional.empty()))
                .method();
        return checked("path", () -> CallPattern.ofFault(method, text("path")));
    }

    private FaultSchedule schedule() {
        List<FaultSchedule.Rule> rules = Arrays.stream(FaultSchedule.Rule.values())
                .filter(rule -> node.has(rule.word()))
                .toList();
        if (rules.size() > 1) {
            throw refused(rules.get(1).word(), "only one of nth, every and fraction is allowed");
        }
        FaultSchedule.Rule rule = rules.isEmpty() ? FaultSchedule.Rule.EVERY : rules.get(0);
        double number = rules.isEmpty() ? 1 : rule == FaultSchedule.Rule.FRACTION ? share() : number(rule.word());
        FaultSchedule schedule =
                checked(rule.word(), () -> new FaultSchedule(rule, number, seed(), FaultSchedule.ALL.atMost()));
        int atMost = node.has("at_most") ? number("at_most") : schedule.atMost();
        return checked("at_most", () -> new FaultSchedule(rule, number, schedule.seed(), atMost));
    }

    private double share() {
        if (!node.path("fraction").isNumber()) {
            throw wrongType("fraction", "a number");
        }
        return node.path("fraction").doubleValue();
    }

    private long seed() {
        JsonNode seed = node.path("seed");
        if (!seed.isMissingNode() && !(seed.isIntegralNumber() && seed.canConvertToLong())) {
            throw wrongType("seed", "a whole number of 64 bits");
        }
        return seed.isMissingNode() ? 0 : seed.longValue();
    }

    private int number(String name) {
        if (!node.path(name).isInt()) {
            throw wrongType(name, "a whole number");
        }
        return node.path(name).intValue();
    }

    private boolean flag(String name, boolean usual) {
        if (node.has(name) && !node.path(name).isBoolean()) {
            throw wrongType(name, "true or false");
        }
        return node.has(name) ? node.path(name).booleanValue() : usual;
    }

    private Optional<String> text(String name) {
        if (node.has(name) && !node.path(name).isString()) {
            throw wrongType(name, "a string");
        }
        return node.path(name).stringValueOpt();
    }

    private <T> T checked(String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException bad) {
            throw refused(name, String.valueOf(bad.getMessage()));
        }
    }

    private BadRequest refused(String name, String why) {
        return new BadRequest(BadRequest.Kind.REFUSED, path + "." + name + ": " + why);
    }

    private BadRequest wrongType(String name, String expected) {
        return new BadRequest(
                BadRequest.Kind.WRONG_TYPE,
                path + (name.isEmpty() ? "" : "." + name) + ": " + expected + " is expected");
    }
}
