package io.handlekit.mock;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.NewCustomer;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Customers over HTTP. */
final class CustomerRoutes {
    private static final String CUSTOMERS = "/customers";
    private static final String CUSTOMER = CUSTOMERS + "/{handle}";
    private static final Set<String> ONE = Set.of("with_additional_data");

    private final Engine engine;

    CustomerRoutes(Engine engine) {
        this.engine = engine;
    }

    List<Route> all() {
        return List.of(
                new Route(HandlerType.POST, CUSTOMERS, this::create),
                new Route(HandlerType.GET, CUSTOMERS, this::list),
                new Route(HandlerType.GET, CUSTOMER, this::get),
                new Route(HandlerType.PUT, CUSTOMER, this::update),
                new Route(HandlerType.DELETE, CUSTOMER, this::delete));
    }

    private Answer create(Request request) {
        NewCustomer draft = WireReader.create(request.body(), request.ignored());
        return request.envelope().handle(engine.create(request.behaviour(), draft, Optional.of(request.bytes())));
    }

    private Answer list(Request request) {
        ListQuery list = ListQuery.of(request);
        CustomerQuery query = list.customers();
        Page page = engine.list(request.behaviour(), query);
        return request.envelope()
                .page(
                        page.customers(),
                        page.total(),
                        (out, shown) -> list.columns().write(out, shown, query.withAdditionalData()));
    }

    private Answer get(Request request) {
        boolean withAdditionalData = request.query(ONE).flag("with_additional_data");
        Shown shown = engine.get(request.handle());
        return request.envelope().data(out -> WireWriter.customer(out, shown, withAdditionalData));
    }

    private Answer update(Request request) {
        CustomerHandle handle = request.handle();
        Body body = request.body().ofAnUpdate(request.behaviour());
        engine.update(request.behaviour(), handle, customer -> {
            if (body.hasText("handle") && !body.text("handle").equals(handle.value())) {
                request.ignored().note("handle");
            }
            return changes(body, customer, request);
        });
        return request.envelope().done();
    }

    private static CustomerChanges changes(Body body, NewCustomer customer, Request request) {
        Ignored ignored = request.ignored();
        for (String name : WireReader.renamed(body, customer, ignored)) {
            if (request.behaviour().is(Switch.PutName.REFUSE)) {
                throw new WireFault(WireFault.Kind.REFUSED, name + ": a customer keeps its name");
            }
            ignored.note(name);
        }
        return WireReader.update(body, customer, ignored);
    }

    private Answer delete(Request request) {
        engine.delete(request.behaviour(), request.handle());
        return request.envelope().done();
    }
}
