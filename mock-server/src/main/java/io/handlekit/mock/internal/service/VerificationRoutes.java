package io.handlekit.mock.internal.service;

import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.validation.CustomerRules;
import io.handlekit.customers.validation.TextRules;
import io.handlekit.mock.internal.base.ServiceData;
import io.handlekit.mock.internal.base.VendorError;
import io.handlekit.mock.internal.engine.EmailVerifications;
import io.handlekit.mock.internal.engine.Engine;
import io.handlekit.mock.internal.store.StoredVerification;
import io.handlekit.mock.internal.wire.Answer;
import io.handlekit.mock.internal.wire.Body;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;

/** The endpoints of e-mail verifications. */
public final class VerificationRoutes {
    private static final String EMAILS = "/customers/verifications/emails";
    private static final Set<String> START = Set.of("email", "handle", "language", "tag");
    private static final Set<String> RESTART = Set.of("email", "language", "tag");
    private static final Set<String> LIST = Set.of(
            "domain_id",
            "domain",
            "email",
            "handle",
            "status",
            "description",
            "is_suspended",
            "response.type",
            "response.to",
            "limit",
            "offset");

    private final Engine engine;
    private final EmailVerifications verifications;

    public VerificationRoutes(Engine engine, EmailVerifications verifications) {
        this.engine = engine;
        this.verifications = verifications;
    }

    /** Returns the routes. */
    public List<Route> all() {
        return List.of(
                new Route(HandlerType.POST, EMAILS + "/start", this::start),
                new Route(HandlerType.POST, EMAILS + "/restart", this::restart),
                new Route(HandlerType.GET, EMAILS + "/domains", this::list));
    }

    private Answer start(Request request) {
        request.noQuery();
        Body body = request.body().knowing(START, request.ignored());
        Optional<CustomerHandle> handle = Optional.of(body.text("handle"))
                .filter(text -> !TextRules.isBlank(text))
                .map(CustomerHandle::new);
        String email = email(body);
        VendorError.ifAny(
                CustomerRules.check(CustomerChanges.builder().email(email).build()).errors().stream());
        handle.ifPresent(named -> engine.get(request.behaviour(), named));
        int id = verifications.start(email, handle);
        return request.envelope().members(data -> data.writeNumberProperty("id", id));
    }

    private Answer restart(Request request) {
        request.noQuery();
        verifications.restart(email(request.body().knowing(RESTART, request.ignored())));
        return request.envelope().done();
    }

    /** Returns the address. Only the type of language and tag is checked. */
    private static String email(Body body) {
        body.text("language");
        body.text("tag");
        String email = body.text("email");
        if (TextRules.isBlank(email)) {
            throw VendorError.missing("email");
        }
        return email;
    }

    private Answer list(Request request) {
        QueryParameters query = request.query(LIST);
        Predicate<StoredVerification> matches = filter(query);
        List<StoredVerification> matching =
                verifications.all().stream().filter(matches).toList();
        int offset = Math.min(query.number("offset").orElse(0), matching.size());
        List<StoredVerification> page = matching.subList(offset, matching.size()).stream()
                .limit(query.limit(request.behaviour()))
                .toList();
        return request.envelope().page(page, matching.size(), this::write);
    }

    /** Returns the filter of a list. The mock has no domains, so a filter by domain matches nothing. */
    private Predicate<StoredVerification> filter(QueryParameters query) {
        int domainId = query.number("domain_id").orElse(0);
        boolean suspended = query.flag("is_suspended");
        boolean aboutDomains =
                suspended || domainId > 0 || !query.text("domain").isEmpty();
        return verification -> !aboutDomains
                && equal(query.text("email"), verification.email())
                && equal(query.text("handle"), handle(verification))
                && equal(
                        query.text("status"), verifications.status(verification).words())
                && equal(
                        query.text("description"),
                        verifications.status(verification).reason());
    }

    private static boolean equal(String asked, String value) {
        return asked.isEmpty() || asked.equals(value);
    }

    private void write(JsonGenerator out, StoredVerification verification) {
        out.writeStartObject();
        out.writeStringProperty("email", verification.email());
        if (verification.handle().isPresent()) {
            out.writeStringProperty("handle", handle(verification));
        }
        EmailVerifications.Status status = verifications.status(verification);
        out.writeStringProperty("status", status.words());
        if (!status.reason().isEmpty()) {
            out.writeStringProperty("description", status.reason());
        }
        out.writeBooleanProperty("is_suspended", false);
        out.writeStringProperty("expiration_date", ServiceData.utc(verification.deadline()));
        out.writeEndObject();
    }

    private static String handle(StoredVerification verification) {
        return verification.handle().map(CustomerHandle::value).orElse("");
    }
}
