package io.handlekit.mock.internal.service;

import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.validation.TextRules;
import io.handlekit.mock.internal.base.ServiceData;
import io.handlekit.mock.internal.base.ServicePaths;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.engine.Access;
import io.handlekit.mock.internal.store.StoreFull;
import io.handlekit.mock.internal.store.TagStore;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Body;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;

/** The endpoints of logins and of the account's tags. */
public final class AccountRoutes {
    private static final String TAGS = "/tags";
    private static final String ONLY_KEY = "customer";
    private static final Set<String> LOGIN = Set.of("username", "password", "ip");
    private static final Set<String> TAG = Set.of("key", "value");
    private static final int NOT_IN_DATA_SET = 98;

    private final Access access;
    private final TagStore tags;

    public AccountRoutes(Access access, TagStore tags) {
        this.access = access;
        this.tags = tags;
    }

    /** Returns the routes. */
    public List<Route> all() {
        return List.of(
                new Route(HandlerType.POST, ServicePaths.LOGIN, this::login),
                new Route(HandlerType.GET, TAGS, this::list),
                new Route(HandlerType.POST, TAGS, this::add),
                new Route(HandlerType.DELETE, TAGS, this::remove));
    }

    private Answer login(Request request) {
        request.noQuery();
        Body body = request.body().knowing(LOGIN, request.ignored());
        body.text("ip");
        String token =
                access.login(request.behaviour(), request.address(), body.text("username"), body.text("password"));
        return request.envelope().members(data -> {
            data.writeStringProperty("token", token);
            data.writeNumberProperty("reseller_id", ServiceData.RESELLER_ID);
        });
    }

    private Answer list(Request request) {
        QueryParameters query = request.query(TAG);
        List<CustomerTag> found = tags.list(query.text("key"), query.text("value"));
        return request.envelope().page(found, found.size(), (out, tag) -> {
            out.writeStartObject();
            out.writeStringProperty("key", tag.key());
            out.writeStringProperty("value", tag.value());
            out.writeEndObject();
        });
    }

    private Answer add(Request request) {
        request.noQuery();
        Body body = request.body().knowing(TAG, request.ignored());
        CustomerTag tag = new CustomerTag(body.hasText("key") ? body.text("key") : ONLY_KEY, body.text("value"));
        if (TextRules.isBlank(tag.value())) {
            throw VendorError.missing("value");
        }
        if (!tag.key().equals(ONLY_KEY)) {
            throw BadRequest.at(BadRequest.Kind.REFUSED, "key", "the only documented key is customer");
        }
        try {
            tags.add(tag);
        } catch (StoreFull full) {
            throw new BadRequest(BadRequest.Kind.FULL, "the mock has no memory for more tags");
        }
        return request.envelope().done();
    }

    private Answer remove(Request request) {
        QueryParameters query = request.query(TAG);
        if (query.text("value").isEmpty()) {
            throw VendorError.missing("value");
        }
        if (!tags.remove(query.text("key"), query.text("value"))) {
            throw new VendorError(NOT_IN_DATA_SET, "value");
        }
        return request.envelope().done();
    }
}
