package io.handlekit.conformance.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomerQuery.Field;
import io.handlekit.customers.Customers;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.customers.ListedCustomer;
import io.handlekit.customers.NewCustomer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/**
 * The calls of {@link LiveRun}. It touches only customers that it creates, marks and deletes in the end. Its parts are
 * independent: a failure in one does not stop the next.
 */
final class LiveProgram {
    /** The step that sends a token which the service never issued. */
    static final String DEAD_TOKEN = "dead token";

    private static final byte[] NOTHING = {};

    private final BlockingCustomers port;
    private final LiveTransport wire;
    private final String mark = "handlekit-live-" + UUID.randomUUID();
    private final LiveCustomers customers = new LiveCustomers(mark);
    private final Set<CustomerHandle> made = new LinkedHashSet<>();

    LiveProgram(Customers port, LiveTransport wire) {
        this.port = new BlockingCustomers(port);
        this.wire = wire;
    }

    /** Runs every part, then deletes the customers, also after a failure. */
    Leftovers run() {
        try {
            List.<Runnable>of(this::createAndRead, this::modify, this::list, this::tag, this::beRefused, this::probe)
                    .forEach(LiveProgram::part);
        } catch (RuntimeException | Error broken) {
            cleanUp();
            throw broken;
        }
        return cleanUp();
    }

    private static void part(Runnable steps) {
        try {
            steps.run();
        } catch (CustomersFailure | CompletionException failed) {
            // The replies have the outcome; a line without a reply is reported as not seen.
        }
    }

    private void createAndRead() {
        CustomerHandle first = create("create", customers.ada());
        CustomerHandle second = create("create again", customers.ada());
        read("read", first);
        read("read again", second);
        raw("read without", "GET", "/customers/" + first, "");
        step("delete");
        port.delete(second);
        made.remove(second);
        read("read deleted", second);
    }

    private void modify() {
        CustomerHandle handle = create("create golden", customers.golden());
        read("read golden", handle);
        String article = customers.article();
        change("modify", handle, article);
        change("modify again", handle, article);
        change("change section", handle, """
                {"address": {"street": "Other street", "number": "2", "zipcode": "1017 BX", "city": "Amsterdam",
                "country": "NL"}}""");
        change("change to null", handle, "{\"fax\": null}");
        change("change to empty", handle, "{\"vat\": \"\"}");
        change("change the name", handle, "{\"name\": {\"first_name\": \"Augusta\", \"last_name\": \"King\"}}");
        change("change the unknown", handle, "{\"nobody_knows\": \"this\", \"locale\": \"nl_NL\"}");
        change("change a part", handle, "{\"address\": {\"city\": \"Utrecht\"}}");
    }

    private void list() {
        step("list");
        port.list(marked());
        step("list bare");
        port.list(CustomerQuery.all().where(Field.COMMENT, mark));
        step("list capitals");
        port.list(CustomerQuery.all().where(Field.COMMENT, mark.toUpperCase(Locale.ROOT) + "*"));
        raw("list many", "GET", "/customers?limit=1001&comment_pattern=" + mark + "*", "");
    }

    /** Adds a tag with the mark of this run twice. */
    private void tag() {
        String json = "{\"key\": \"customer\", \"value\": \"" + mark + "\"}";
        raw("tag", "POST", "/tags", json);
        raw("tag again", "POST", "/tags", json);
    }

    /** Sends requests that the client never sends. None of them is a valid create. */
    private void probe() {
        step("without a token");
        wire.sendWithout("Authorization", "GET", "/customers?limit=1");
        raw("malformed", "POST", "/customers", "{\"name\":");
        raw("wrong type", "POST", "/customers", "{\"email\": 5}");
        raw("unknown route", "GET", "/" + mark, "");
        raw("wrong method", "PUT", "/customers", "{}");
        raw("list odd type", "GET", "/customers?limit=1&type=x", "");
        raw("create blank", "POST", "/customers", customers.of("name", "first_name", " "));
    }

    private void beRefused() {
        raw("create nowhere", "POST", "/customers", customers.of("address", "country", "United Kingdom"));
        raw("create without plus", "POST", "/customers", customers.of("phone", "country_code", "31"));
        raw("create without a name", "POST", "/customers", customers.of("name", "first_name", ""));
        raw("create with an odd code", "POST", "/customers", customers.of("address", "zipcode", "0123"));
        step(DEAD_TOKEN);
        wire.send("GET", "/customers?limit=1", NOTHING, Map.of("Authorization", "Bearer 0123456789abcdef"));
        read("read unknown", new CustomerHandle("ZZ000000-ZZ"));
    }

    private CustomerHandle create(String step, NewCustomer draft) {
        step(step);
        CustomerHandle handle = port.create(draft);
        made.add(handle);
        return handle;
    }

    private void read(String step, CustomerHandle handle) {
        step(step);
        Customer seen = port.get(handle);
        assert seen.handle().equals(handle);
    }

    private void change(String step, CustomerHandle handle, String json) {
        raw(step, "PUT", "/customers/" + handle, json);
        raw("after " + step, "GET", "/customers/" + handle + "?with_additional_data=true", "");
    }

    private void raw(String step, String method, String path, String json) {
        step(step);
        StepReply reply = wire.send(method, path, json.getBytes(UTF_8));
        if (method.equals("POST") && path.equals("/customers") && reply.isSuccess()) {
            made.add(new CustomerHandle(reply.text("handle")));
        }
    }

    private void step(String name) {
        wire.step(name);
    }

    private CustomerQuery marked() {
        return CustomerQuery.all().where(Field.COMMENT, mark + "*");
    }

    /** Deletes the customers of this run, also those whose create got no reply. */
    private Leftovers cleanUp() {
        step("clean up");
        part(() -> port.list(marked()).customers().stream()
                .map(ListedCustomer::handle)
                .forEach(made::add));
        List<String> left = new ArrayList<>();
        for (CustomerHandle handle : made) {
            try {
                port.delete(handle);
            } catch (CustomersFailure.UnknownHandle gone) {
                // Deleted by the run itself.
            } catch (CustomersFailure failed) {
                left.add(handle.value());
            }
        }
        part(() -> removeTag(left));
        return new Leftovers(mark, left);
    }

    private void removeTag(List<String> left) {
        boolean added = Optional.ofNullable(wire.replies().get("tag"))
                .filter(StepReply::isSuccess)
                .isPresent();
        if (added) {
            String tag = "tag " + mark;
            left.add(tag);
            step("remove tag");
            if (wire.send("DELETE", "/tags?key=customer&value=" + mark, NOTHING).isSuccess()) {
                left.remove(tag);
            }
        }
    }

    /**
     * The customers that could not be deleted.
     *
     * @param mark the start of the comments of the customers
     * @param names the handles of customers, and the tag
     */
    record Leftovers(String mark, List<String> names) {
        @Override
        public String toString() {
            return names + ", marked " + mark;
        }
    }
}
