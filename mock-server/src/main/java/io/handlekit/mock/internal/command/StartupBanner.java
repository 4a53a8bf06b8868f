package io.handlekit.mock.internal.command;

import io.handlekit.mock.MockOptions;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The lines that the mock prints at its start: its base URL, and curl lines to paste into a shell. */
final class StartupBanner {
    private static final String NEW_CUSTOMER =
            "{\"name\":{\"first_name\":\"Ada\",\"last_name\":\"Lovelace\"},\"email\":\"ada@example.com\","
                    + "\"address\":{\"street\":\"Dorset Street\",\"number\":\"1\",\"zipcode\":\"W1U 4EG\","
                    + "\"city\":\"London\",\"country\":\"GB\"},\"phone\":{\"country_code\":\"+44\","
                    + "\"area_code\":\"20\",\"subscriber_number\":\"79460000\"}}";
    private static final String NEW_EMAIL = "{\"email\":\"someone@example.com\"}";
    private static final String LOGIN = "{\"username\":\"any\",\"password\":\"any\"}";

    /** Placeholders, so that the password of the account is not printed. */
    private static final String LOGIN_OF_THE_ACCOUNT = "{\"username\":\"USER\",\"password\":\"PASSWORD\"}";

    private final URI base;
    private final String token;

    private StartupBanner(URI base, Behaviour behaviour) {
        this.base = base;
        token = behaviour.is(Switch.Token.ISSUED) ? "TOKEN" : "any";
    }

    static List<String> lines(URI base, MockOptions options, List<String> told) {
        Behaviour behaviour = options.behaviour();
        StartupBanner steps = new StartupBanner(base, behaviour);
        List<String> lines = new ArrayList<>();
        lines.add("Openprovider mock at " + base);
        if (!options.store().equals("memory")) {
            lines.add("Store: " + options.store());
        }
        if (!behaviour.equals(Behaviour.defaults())) {
            lines.add("Changed switches: " + behaviour.words());
        }
        if (!options.ignoredMembers().isEmpty()) {
            lines.add("Ignored in the seed file: " + String.join(", ", options.ignoredMembers()));
        }
        lines.addAll(told);
        if (options.journal()) {
            lines.add("Journal: " + base.resolve("/_handlekit/journal"));
        }
        if (options.inspector()) {
            lines.add("Inspector: " + base.resolve("/_handlekit/"));
        }
        lines.addAll(steps.curls(behaviour, options.documentationCustomer()));
        return lines;
    }

    private List<String> curls(Behaviour behaviour, boolean documentationCustomer) {
        String login = curl("POST", "/auth/login", behaviour.account().isEmpty() ? LOGIN : LOGIN_OF_THE_ACCOUNT);
        String create = curl("POST", "/customers", NEW_CUSTOMER);
        String update = curl("PUT", "/customers/XX123456-XX", NEW_EMAIL);
        return behaviour.is(Switch.Token.ISSUED)
                ? List.of(login, "Replace TOKEN with the token from the answer:", create)
                : List.of(create, documentationCustomer ? update : login);
    }

    private String curl(String method, String path, String body) {
        return "curl " + (base.getScheme().equals("https") ? "-k " : "") + "-X " + method + " " + base + path
                + " -H 'Authorization: Bearer " + token + "' -H 'Content-Type: application/json' -d '" + body + "'";
    }
}
