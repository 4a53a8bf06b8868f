package io.handlekit.customers.tld;

import io.handlekit.customers.tld.TldSource.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sources, country lists and formats that the head of the table defines for its rules. */
final class TableDefinitions {
    private static final Pattern COMMA = Pattern.compile(",");

    private final Map<String, TldSource> sources = new HashMap<>();
    private final Map<String, CountryList> countries = new HashMap<>();
    private final Map<String, TldFormat> formats = new HashMap<>(TldFormat.BUILT_IN);

    /** Country codes and the words for them in a finding. */
    record CountryList(String words, List<String> codes) {
        @Override
        public String toString() {
            return words;
        }
    }

    /** Adds the definition of a line; returns false if the line is none. */
    boolean add(String line) {
        String[] words = line.split(" +", 5);
        switch (words[0]) {
            case "source" -> sources.put(words[1], source(line.split(" +", 4)));
            case "countries" -> countries.put(words[1], countries(line.split(" +", 4)));
            case "format-of" -> formats.put(words[1], TldFormat.pattern(words[1], words[2], words[3], words[4]));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static TldSource source(String[] words) {
        return new TldSource(words[3], Evidence.valueOf(words[2].toUpperCase(Locale.ROOT)));
    }

    private CountryList countries(String[] words) {
        return new CountryList(words[3], codes(words[2]));
    }

    private List<String> codes(String list) {
        List<String> codes = new ArrayList<>();
        for (String part : List.of(COMMA.split(list))) {
            CountryList named = countries.get(part);
            codes.addAll(named == null ? List.of(part) : named.codes());
        }
        return codes;
    }

    List<TldSource> sources(String names) {
        return COMMA.splitAsStream(names)
                .map(name -> require(sources.get(name), "source", name))
                .toList();
    }

    /** Returns a named list, or the codes themselves if there is no list of that name. */
    CountryList countryList(String name) {
        CountryList named = countries.get(name);
        return named == null ? new CountryList(name.replace(",", ", "), codes(name)) : named;
    }

    TldFormat format(String name) {
        return require(formats.get(name), "format", name);
    }

    private static <T> T require(@Nullable T found, String what, String name) {
        if (found == null) {
            throw new IllegalArgumentException("unknown " + what + " " + name);
        }
        return found;
    }
}
