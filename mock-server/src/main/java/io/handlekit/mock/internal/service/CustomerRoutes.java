package io.handlekit.mock.internal.service;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.NewCustomer;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.engine.CustomerUpdate;
import io.handlekit.mock.internal.engine.CustomerViewPage;
import io.handlekit.mock.internal.engine.Engine;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.BadRequest;
import io.handlekit.mock.internal.wire.Body;
import io.handlekit.mock.internal.wire.CustomerReader;
import io.handlekit.mock.internal.wire.CustomerView;
import io.handlekit.mock.internal.wire.CustomerWriter;
import io.handlekit.mock.internal.wire.IgnoredMembers;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The endpoints of customers. */
public final class CustomerRoutes {
    private static final String CUSTOMERS = "/customers";
    private static final String CUSTOMER = CUSTOMERS + "/{handle}";
    private static final Set<String> ONE = Set.of("with_additional_data");

    private final Engine engine;

    public CustomerRoutes(Engine engine) {
        this.engine = engine;
    }

    /** Returns the routes. */
    public List<Route> all() {
        return List.of(
                new Route(HandlerType.POST, CUSTOMERS, this::create),
                new Route(HandlerType.GET, CUSTOMERS, this::list),
                new Route(HandlerType.GET, CUSTOMER, this::get),
                new Route(HandlerType.PUT, CUSTOMER, this::update),
                new Route(HandlerType.DELETE, CUSTOMER, this::delete));
    }

    /** Returns the routes that only read, for the control API. Its search has the patterns in the body, not in the address. */
    public List<Route> reads() {
        return Stream.concat(
                        all().stream().filter(route -> route.method().equals(HandlerType.GET)),
                        Stream.of(new Route(HandlerType.POST, CUSTOMERS + "/search", this::search)))
                .toList();
    }

    private Answer create(Request request) {
        request.noQuery();
        NewCustomer draft = CustomerReader.create(request.body(), request.ignored());
        return request.envelope().handle(engine.create(request.behaviour(), draft, Optional.of(request.bytes())));
    }

    private Answer list(Request request) {
        return list(request, ListQuery.of(request));
    }

    private Answer search(Request request) {
        request.noQuery();
        return list(request, ListQuery.ofBody(request));
    }

    private Answer list(Request request, ListQuery list) {
        CustomerQuery query = list.customers();
        CustomerViewPage page = engine.list(request.behaviour(), query);
        return request.envelope()
                .page(
                        page.customers(),
                        page.total(),
                        (out, shown) -> list.columns().write(out, shown, query.withAdditionalData()));
    }

    private Answer get(Request request) {
        boolean withAdditionalData = request.query(ONE).flag("with_additional_data");
        CustomerView shown = engine.get(request.behaviour(), request.handle());
        return request.envelope().data(out -> CustomerWriter.customer(out, shown, withAdditionalData));
    }

    private Answer update(Request request) {
        request.noQuery();
        CustomerHandle handle = request.handle();
        Body body = request.body().ofAnUpdate(request.behaviour());
        engine.update(request.behaviour(), handle, stored -> {
            // The body may be read again, if another change came first.
            request.ignored().clear();
            if (body.hasText("handle") && !body.text("handle").equals(handle.value())) {
                request.ignored().note("handle");
            }
            boolean replacesAll = CustomerReader.replacesAll(body);
            NewCustomer old = replacesAll ? stored.outline() : stored.sections();
            CustomerChanges changes = changes(body, old, request);
            return replacesAll && CustomerReader.hasNames(body, old)
                    ? new CustomerUpdate(old, changes, Optional.of(request.bytes()))
                    : CustomerUpdate.of(old, changes);
        });
        return request.envelope().done();
    }

    private static CustomerChanges changes(Body body, NewCustomer customer, Request request) {
        IgnoredMembers ignored = request.ignored();
        for (String name : CustomerReader.renamed(body, customer, ignored)) {
            if (request.behaviour().is(Switch.PutName.REFUSE)) {
                throw BadRequest.at(BadRequest.Kind.REFUSED, name, "the name of a customer cannot be changed");
            }
            ignored.note(name);
        }
        return CustomerReader.update(body, customer, ignored);
    }

    private Answer delete(Request request) {
        request.noQuery();
        engine.delete(request.behaviour(), request.handle());
        return request.envelope().done();
    }
}
