package io.handlekit.mock;

import io.handlekit.customers.Tag;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;

/** Logins, and the tags of the account. */
final class AccountRoutes {
    private static final String TAGS = "/tags";
    private static final String THE_ONE_KEY = "customer";
    private static final Set<String> LOGIN = Set.of("username", "password", "ip");
    private static final Set<String> TAG = Set.of("key", "value");
    private static final int NOT_IN_DATA_SET = 98;

    private final Tokens tokens;
    private final AccountTags tags;

    AccountRoutes(Tokens tokens, AccountTags tags) {
        this.tokens = tokens;
        this.tags = tags;
    }

    List<Route> all() {
        return List.of(
                new Route(HandlerType.POST, Route.LOGIN, this::login),
                new Route(HandlerType.GET, TAGS, this::list),
                new Route(HandlerType.POST, TAGS, this::add),
                new Route(HandlerType.DELETE, TAGS, this::remove));
    }

    private Answer login(Request request) {
        Body body = request.body().knowing(LOGIN, request.ignored());
        body.text("ip");
        String token =
                tokens.login(request.behaviour(), request.address(), body.text("username"), body.text("password"));
        return request.envelope().members(data -> {
            data.writeStringProperty("token", token);
            data.writeNumberProperty("reseller_id", Derived.RESELLER_ID);
        });
    }

    private Answer list(Request request) {
        Query query = request.query(TAG);
        List<Tag> found = tags.list(query.text("key"), query.text("value"));
        return request.envelope().page(found, found.size(), (out, tag) -> {
            out.writeStartObject();
            out.writeStringProperty("key", tag.key());
            out.writeStringProperty("value", tag.value());
            out.writeEndObject();
        });
    }

    private Answer add(Request request) {
        Body body = request.body().knowing(TAG, request.ignored());
        Tag tag = new Tag(body.hasText("key") ? body.text("key") : THE_ONE_KEY, body.text("value"));
        if (tag.value().isBlank()) {
            throw Refusal.missing("value");
        }
        if (!tag.key().equals(THE_ONE_KEY)) {
            throw new WireFault(WireFault.Kind.REFUSED, "key: the only documented key is customer");
        }
        tags.add(tag);
        return request.envelope().done();
    }

    private Answer remove(Request request) {
        Query query = request.query(TAG);
        if (query.text("value").isEmpty()) {
            throw Refusal.missing("value");
        }
        if (!tags.remove(query.text("key"), query.text("value"))) {
            throw new Refusal(NOT_IN_DATA_SET, "value");
        }
        return request.envelope().done();
    }
}
