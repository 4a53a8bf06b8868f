package io.handlekit.http.internal.call;

import io.handlekit.http.transport.HttpReply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header Retry-After of a reply: a number of seconds or an HTTP date (RFC 9110, section 10.2.3). */
final class RetryAfter {
    private static final int MAX_DIGITS = 9;

    private RetryAfter() {}

    /**
     * Returns the delay that the reply asks for, zero for a date in the past, or null if there is no readable header.
     *
     * @param now the time for a reply without a Date header
     */
    static @Nullable Duration of(HttpReply reply, Instant now) {
        String value = reply.header("Retry-After").strip();
        if (!value.isEmpty() && value.length() <= MAX_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Integer.parseInt(value));
        }
        Instant date = date(value);
        if (date == null) {
            return null;
        }
        // The Date header tells the time by the same clock as the date to wait for.
        Instant sent = date(reply.header("Date"));
        Duration delay = Duration.between(sent == null ? now : sent, date);
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    private static @Nullable Instant date(String value) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
