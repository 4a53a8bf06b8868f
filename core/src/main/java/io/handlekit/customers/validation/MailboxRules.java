package io.handlekit.customers.validation;

import io.handlekit.customers.registry.ExtensionData;
import io.handlekit.customers.validation.internal.FindingsCollector;
import io.handlekit.customers.validation.internal.RefusedMailboxes;
import java.util.List;
import java.util.Locale;

/**
 * The mailbox providers that are refused for {@code .in} when a customer is created or updated. No source tells how the
 * service knows that a customer is for {@code .in}. With extension data for {@code .in} it surely does: an ERROR.
 * Without them the customer may still be meant for {@code .in}: a WARNING.
 */
final class MailboxRules {
    private static final int INVALID = 146;

    private MailboxRules() {}

    static void check(String email, List<ExtensionData> extensions, FindingsCollector findings) {
        if (!RefusedMailboxes.contains(email)) {
            return;
        }
        if (extensions.stream().anyMatch(MailboxRules::isForIndia)) {
            findings.error(
                    "email", INVALID, "this mailbox provider is refused for .in (" + RefusedMailboxes.SOURCE + ")");
        } else {
            findings.warning(
                    "email",
                    INVALID,
                    "this mailbox provider is refused if the customer is for .in (" + RefusedMailboxes.SOURCE + ")");
        }
    }

    private static boolean isForIndia(ExtensionData data) {
        return ("." + data.name().strip().toLowerCase(Locale.ROOT)).endsWith(".in");
    }
}
