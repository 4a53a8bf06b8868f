package io.handlekit.mock.internal.base;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The decisions of the service, as data in {@code service.json}: its time zone, and the locale of each country. */
public final class ServiceData {
    /** The service's text for a time that is not set. */
    public static final String NO_TIME = "0000-00-00 00:00:00";

    /** The id of the one reseller of the mock. */
    public static final int RESELLER_ID = 100_001;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final ServiceData THE_ONE = new ServiceData(Json.read(Resources.bytes("service.json")));

    private final DateTimeFormatter wallClock;
    private final ZoneId zone;
    private final Map<String, String> locales = new HashMap<>();
    private final String otherLocale;

    private ServiceData(JsonNode data) {
        zone = ZoneId.of(data.path("time_zone").stringValue());
        wallClock = TIME.withZone(zone);
        data.path("locales")
                .properties()
                .forEach(entry -> locales.put(entry.getKey(), entry.getValue().stringValue()));
        otherLocale = data.path("other_locale").stringValue();
    }

    /** Returns the locale of a customer in this country who has none. */
    public static String locale(String country) {
        return THE_ONE.locales.getOrDefault(country.toUpperCase(Locale.ROOT), THE_ONE.otherLocale);
    }

    /** Returns a time by the service's wall clock. */
    public static String time(Instant time) {
        return THE_ONE.wallClock.format(time);
    }

    /** Returns a time in UTC. */
    public static String utc(Instant time) {
        return TIME.withZone(ZoneOffset.UTC).format(time);
    }

    /** Returns the time that the service's wall clock shows; empty if the text is no such time. */
    public static Optional<Instant> parse(String time) {
        try {
            return Optional.of(
                    LocalDateTime.parse(time, TIME).atZone(THE_ONE.zone).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
