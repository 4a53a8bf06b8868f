package io.handlekit.http.internal.base;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an exception without its message, which may quote data from the wire. The class name becomes the message;
 * the stack trace is kept. The messages of TLS and of sockets speak of addresses and certificates alone; they are shown
 * on request.
 *
 * <p>The conformance suite, whose servers know no customer, reads the original. Nothing else does.
 */
public final class RedactedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_MESSAGE = 300;

    private final transient @Nullable Throwable original;

    private RedactedException(Throwable original) {
        this(original, original.getClass().getName(), of(original.getCause()));
    }

    private RedactedException(Throwable original, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.original = original;
        setStackTrace(original.getStackTrace());
    }

    /** Returns a redacted copy of the exception and its causes; returns null and already redacted ones as they are. */
    public static @Nullable Throwable of(@Nullable Throwable original) {
        return original == null || original instanceof RedactedException ? original : new RedactedException(original);
    }

    /** Returns a copy of a redacted exception and its causes that shows the messages of TLS and of sockets. */
    public static @Nullable Throwable withNetworkMessages(@Nullable Throwable redacted) {
        if (!(redacted instanceof RedactedException known) || known.original == null) {
            return redacted;
        }
        String message = isOfTheNetwork(known.original) ? oneLine(known.original.getMessage()) : "";
        return new RedactedException(
                known.original, known.getMessage() + message, withNetworkMessages(known.getCause()));
    }

    /** Returns the exception with its message: the original of a redacted copy, and any other exception as it is. */
    public static Throwable original(Throwable exception) {
        return exception instanceof RedactedException redacted && redacted.original != null
                ? redacted.original
                : exception;
    }

    private static boolean isOfTheNetwork(Throwable original) {
        return original instanceof SocketException
                || original instanceof UnknownHostException
                || original instanceof HttpTimeoutException
                || original instanceof SSLHandshakeException
                || original instanceof SSLPeerUnverifiedException
                || original instanceof GeneralSecurityException;
    }

    /** A certificate of a stranger must not write lines into a log. */
    private static String oneLine(@Nullable String message) {
        if (message == null) {
            return "";
        }
        String line = ": " + message.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= MAX_MESSAGE ? line : line.substring(0, MAX_MESSAGE) + "…";
    }
}
