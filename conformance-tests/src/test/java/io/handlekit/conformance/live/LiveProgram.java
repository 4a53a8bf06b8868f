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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/**
 * What {@link LiveRun} does at a service: nothing to customers but its own, whom it marks, and deletes in the end. The
 * chapters know nothing of one another, so what fails in one does not keep the next from being tried.
 */
final class LiveProgram {
    /** The step that sends a token which nobody issued. */
    static final String DEAD_TOKEN = "dead token";

    private static final byte[] NOTHING = {};

    private final BlockingCustomers port;
    private final LiveTransport wire;
    private final String mark = "handlekit-live-" + UUID.randomUUID();
    private final LiveForms forms = new LiveForms(mark);
    private final Set<CustomerHandle> made = new LinkedHashSet<>();

    LiveProgram(Customers port, LiveTransport wire) {
        this.port = new BlockingCustomers(port);
        this.wire = wire;
    }

    /** Runs to its end, whatever fails, and cleans up. */
    Leftovers run() {
        try {
            List.<Runnable>of(this::createAndRead, this::modify, this::list, this::beRefused)
                    .forEach(LiveProgram::chapter);
        } catch (RuntimeException | Error broken) {
            cleanUp();
            throw broken;
        }
        return cleanUp();
    }

    private static void chapter(Runnable steps) {
        try {
            steps.run();
        } catch (CustomersFailure | CompletionException failed) {
            // What came of it stands in the replies; what did not come is reported as not seen.
        }
    }

    private void createAndRead() {
        CustomerHandle first = create("create", forms.ada());
        CustomerHandle second = create("create again", forms.ada());
        read("read", first);
        read("read again", second);
        raw("read without", "GET", "/customers/" + first, "");
        step("delete");
        port.delete(second);
        made.remove(second);
        read("read deleted", second);
    }

    private void modify() {
        CustomerHandle handle = create("create golden", forms.golden());
        read("read golden", handle);
        String article = forms.article();
        change("modify", handle, article);
        change("modify again", handle, article);
        change("change section", handle, """
                {"address": {"street": "Other street", "number": "2", "zipcode": "1017 BX", "city": "Amsterdam",
                "country": "NL"}}""");
        change("change to null", handle, "{\"fax\": null}");
        change("change to empty", handle, "{\"vat\": \"\"}");
        change("change the name", handle, "{\"name\": {\"first_name\": \"Augusta\", \"last_name\": \"King\"}}");
        change("change the unknown", handle, "{\"nobody_knows\": \"this\", \"locale\": \"nl_NL\"}");
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

    private void beRefused() {
        raw("create nowhere", "POST", "/customers", forms.of("address", "country", "United Kingdom"));
        raw("create without plus", "POST", "/customers", forms.of("phone", "country_code", "31"));
        raw("create without a name", "POST", "/customers", forms.of("name", "first_name", ""));
        raw("create with an odd code", "POST", "/customers", forms.of("address", "zipcode", "0123"));
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
        LiveReply reply = wire.send(method, path, json.getBytes(UTF_8));
        if (method.equals("POST") && reply.isSuccess()) {
            made.add(new CustomerHandle(reply.text("handle")));
        }
    }

    private void step(String name) {
        wire.step(name);
    }

    private CustomerQuery marked() {
        return CustomerQuery.all().where(Field.COMMENT, mark + "*");
    }

    /** Deletes what was made, and what may have been made without a word of it. */
    private Leftovers cleanUp() {
        step("clean up");
        chapter(() -> port.list(marked()).customers().stream()
                .map(ListedCustomer::handle)
                .forEach(made::add));
        List<CustomerHandle> left = new ArrayList<>();
        for (CustomerHandle handle : made) {
            try {
                port.delete(handle);
            } catch (CustomersFailure.UnknownHandle gone) {
                // As it should be.
            } catch (CustomersFailure failed) {
                left.add(handle);
            }
        }
        return new Leftovers(mark, left);
    }

    /**
     * Who could not be deleted.
     *
     * @param mark what their notes begin with
     * @param handles their handles
     */
    record Leftovers(String mark, List<CustomerHandle> handles) {
        @Override
        public String toString() {
            return handles + ", marked " + mark;
        }
    }
}
