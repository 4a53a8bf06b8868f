package io.handlekit.customers.tld;

import io.handlekit.customers.Finding;
import io.handlekit.customers.Finding.Severity;
import io.handlekit.customers.Findings;
import io.handlekit.customers.internal.Countries;
import io.handlekit.customers.tld.TldField.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One check of an owner against the rules of a top-level domain. Each path gets one finding, the most severe. */
final class TldCheck {
    private static final String COUNTRY = "address.country";

    private final TldRequirements requirements;
    private final TldOwner owner;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    TldCheck(TldRequirements requirements, TldOwner owner) {
        this.requirements = requirements;
        this.owner = owner;
    }

    Findings findings() {
        for (TldRule rule : requirements.rules()) {
            TriState applies = owner.meets(rule.condition());
            if (applies != TriState.NO) {
                apply(rule, applies == TriState.YES ? rule.severity() : Severity.WARNING);
            }
        }
        return new Findings(new ArrayList<>(findings.values()));
    }

    private void apply(TldRule rule, Severity severity) {
        RuleWords words = new RuleWords(requirements.tld(), rule, severity);
        switch (rule.kind()) {
            case REQUIRED -> checkPresent(rule, words);
            case EXACTLY_ONE -> {
                checkPresent(rule, words);
                checkSingle(rule, words);
            }
            case EMPTY -> texts(rule).forEach((path, text) -> add(path, 0, severity, words.notEmpty()));
            case VALUES -> texts(rule).forEach((path, text) -> checkValue(path, text, rule, words));
            case FORMAT, STRICT_FORMAT ->
                texts(rule)
                        .forEach((path, text) -> rule.format()
                                .filter(format -> !format.matches(text))
                                .ifPresent(format ->
                                        add(path, FieldCodes.invalid(path), severity, words.wrongFormat(format))));
            case OPTIONAL -> {}
        }
    }

    private void checkPresent(TldRule rule, RuleWords words) {
        if (texts(rule).isEmpty()) {
            String name = rule.fields().get(0);
            String path = owner.bestPath(name, places(name));
            add(path, FieldCodes.missing(path), words.severity(), words.missing());
        }
    }

    private void checkSingle(TldRule rule, RuleWords words) {
        List<String> given = rule.fields().stream()
                .filter(name -> !owner.texts(name, places(name)).isEmpty())
                .toList();
        for (String name : given.subList(Math.min(1, given.size()), given.size())) {
            owner.texts(name, places(name))
                    .keySet()
                    .forEach(path -> add(path, 0, words.severity(), words.tooMany(given.get(0))));
        }
    }

    private void checkValue(String path, String text, TldRule rule, RuleWords words) {
        boolean isCountry = path.equals(COUNTRY);
        String value = isCountry ? text.strip().toUpperCase(Locale.ROOT) : text;
        if (rule.values().contains(value)) {
            return;
        }
        if (rule.isDoubtful(value)) {
            add(path, 0, Severity.WARNING, words.doubtfulValue());
        } else if (isCountry) {
            add(path, 0, Countries.isNearlyCode(value) ? words.severity() : Severity.WARNING, words.wrongCountry());
        } else {
            add(path, FieldCodes.invalid(path), words.severity(), words.wrongValue());
        }
    }

    private Map<String, String> texts(TldRule rule) {
        Map<String, String> texts = new LinkedHashMap<>();
        rule.fields().forEach(name -> texts.putAll(owner.texts(name, places(name))));
        return texts;
    }

    private List<Place> places(String name) {
        return requirements.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(TldField::places)
                .orElse(List.of(Place.CUSTOMER));
    }

    private void add(String path, int code, Severity severity, String message) {
        Finding finding = new Finding(severity, path, code, message);
        findings.merge(
                path, finding, (first, second) -> second.severity().compareTo(first.severity()) < 0 ? second : first);
    }
}
