package io.handlekit.spring.internal.health;

import io.handlekit.http.observer.CallEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A call of the application, and what it says about the service.
 *
 * @param call the call
 * @param end when it ended, as {@link System#nanoTime}
 */
record SeenCall(CallEvent call, long end) {
    /** Returns the name of a status of Spring Boot. */
    String status() {
        return switch (call.outcome()) {
            case SUCCESS, REJECTED, UNKNOWN_HANDLE -> "UP";
            case THROTTLED -> "OUT_OF_SERVICE";
            default -> "DOWN";
        };
    }

    /** Returns what the indicator shows beside the status; no personal data. */
    Map<String, Object> details(long now) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("operation", call.operation().name().toLowerCase(Locale.ROOT));
        details.put("outcome", call.outcome().name().toLowerCase(Locale.ROOT));
        call.httpStatus().ifPresent(status -> details.put("status", status));
        call.code().ifPresent(code -> details.put("code", code));
        details.put("secondsAgo", Duration.ofNanos(now - end).toSeconds());
        return details;
    }
}
