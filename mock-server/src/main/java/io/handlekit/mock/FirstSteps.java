package io.handlekit.mock;

import java.net.URI;
import java.util.List;

/** What a mock that was just started says: where it is, and lines to paste into a shell. */
final class FirstSteps {
    private static final String NEW_CUSTOMER =
            "{\"name\":{\"first_name\":\"Ada\",\"last_name\":\"Lovelace\"},\"email\":\"ada@example.com\","
                    + "\"address\":{\"street\":\"Dorset Street\",\"number\":\"1\",\"zipcode\":\"W1U 4EG\","
                    + "\"city\":\"London\",\"country\":\"GB\"},\"phone\":{\"country_code\":\"+44\","
                    + "\"area_code\":\"20\",\"subscriber_number\":\"79460000\"}}";
    private static final String NEW_EMAIL = "{\"email\":\"someone@example.com\"}";
    private static final String LOGIN = "{\"username\":\"any\",\"password\":\"any\"}";

    /** Whoever named an account knows its password, and others need not read it here. */
    private static final String LOGIN_OF_THE_ACCOUNT = "{\"username\":\"USER\",\"password\":\"PASSWORD\"}";

    private final URI base;
    private final String token;

    private FirstSteps(URI base, Behaviour behaviour) {
        this.base = base;
        token = behaviour.is(Switch.Token.ISSUED) ? "TOKEN" : "any";
    }

    static List<String> lines(URI base, Behaviour behaviour, boolean documentationCustomer) {
        FirstSteps steps = new FirstSteps(base, behaviour);
        String title =
                "Openprovider mock at " + base + (behaviour.equals(Behaviour.defaults()) ? "" : ", " + behaviour);
        String login = steps.curl("POST", "/auth/login", behaviour.account().isEmpty() ? LOGIN : LOGIN_OF_THE_ACCOUNT);
        String create = steps.curl("POST", "/customers", NEW_CUSTOMER);
        String update = steps.curl("PUT", "/customers/XX123456-XX", NEW_EMAIL);
        return behaviour.is(Switch.Token.ISSUED)
                ? List.of(title, login, create)
                : List.of(title, create, documentationCustomer ? update : login);
    }

    private String curl(String method, String path, String body) {
        return "curl -X " + method + " " + base + path + " -H 'Authorization: Bearer " + token
                + "' -H 'Content-Type: application/json' -d '" + body + "'";
    }
}
