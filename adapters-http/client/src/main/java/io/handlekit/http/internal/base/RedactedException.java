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
 * the stack trace is kept. The messages of TLS and of sockets speak of addresses and certificates alone; they are
 * shown on request.
 */
public final class RedactedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_MESSAGE = 300;

    private final transient String networkMessage;

    private RedactedException(Throwable original) {
        super(original.getClass().getName(), of(original.getCause()));
        setStackTrace(original.getStackTrace());
        networkMessage = isOfTheNetwork(original) ? oneLine(original.getMessage()) : "";
    }

    /** Creates a copy that shows the message. */
    private RedactedException(RedactedException original, @Nullable Throwable cause) {
        super(original.getMessage() + original.networkMessage, cause);
        setStackTrace(original.getStackTrace());
        networkMessage = "";
    }

    /** Returns a redacted copy of the exception and its causes; returns null and already redacted ones as they are. */
    public static @Nullable Throwable of(@Nullable Throwable original) {
        return original == null || original instanceof RedactedException ? original : new RedactedException(original);
    }

    /** Returns a copy of a redacted exception and its causes that shows the messages of TLS and of sockets. */
    public static @Nullable Throwable withNetworkMessages(@Nullable Throwable redacted) {
        return redacted instanceof RedactedException known
                ? new RedactedException(known, withNetworkMessages(known.getCause()))
                : redacted;
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
