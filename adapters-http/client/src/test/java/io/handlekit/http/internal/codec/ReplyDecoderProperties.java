package io.handlekit.http.internal.codec;

import static io.handlekit.customers.vendor.UnknownMembers.NONE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.CustomerPage;
import io.handlekit.customers.CustomerQuery;
import io.handlekit.customers.CustomersFailure;
import io.handlekit.http.internal.call.ServiceRequest;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.transport.HttpReply;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replies with unknown members, and truncated or random replies. */
class ReplyDecoderProperties {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final ServiceRequest GET = ServiceRequest.get(new CustomerHandle("XX123456-XX"));
    private static final ServiceRequest LIST = ServiceRequest.list(CustomerQuery.all());
    private static final String REPLY = """
            {"code":0,"desc":"","maintenance":false,"warnings":[],"data":{
              "id":7,"reseller_id":8,"handle":"XX123456-XX","company_name":"C","email":"a@b.c","vat":"V",
              "name":{"initials":"I","first_name":"F","prefix":"P","last_name":"L","full_name":"F P L"},
              "address":{"street":"S","number":"1","suffix":"A","zipcode":"Z","city":"C","state":"ST","country":"NL"},
              "phone":{"country_code":"+31","area_code":"20","subscriber_number":"1"},
              "fax":{"country_code":"+32","area_code":"2","subscriber_number":"2"},
              "locale":"nl_NL","comments":"K","is_deleted":true,"inn":"N","email_verification_status":"ACT",
              "tags":[{"key":"customer","value":"VIP"}],
              "additional_data":{"birth_city":"B","attached_files":[{"description":"D","doc_type":"id","path":"/"}]},
              "extension_additional_data":[{"name":"ru","data":{"uin":"U"}}]}}""";

    private static Customer read(JsonNode reply) {
        return read(MAPPER.writeValueAsBytes(reply));
    }

    private static Customer read(byte[] reply) {
        return FakeService.interpret(new HttpReply(200, "application/json", reply), GET, ReplyDecoder::customer);
    }

    private static List<Object> known(Customer customer) {
        return List.of(
                customer.handle(),
                customer.companyName(),
                customer.name().withUnknownMembers(NONE),
                customer.address().withUnknownMembers(NONE),
                customer.phone().withUnknownMembers(NONE),
                customer.fax().withUnknownMembers(NONE),
                customer.email() + customer.vat() + customer.locale() + customer.comments() + customer.fullName(),
                customer.tags().stream().map(tag -> tag.withUnknownMembers(NONE)).toList(),
                customer.additionalData().values(),
                customer.additionalData().attachedFiles().stream()
                        .map(file -> file.withUnknownMembers(NONE))
                        .toList(),
                customer.extensionData().stream()
                        .map(data -> data.withUnknownMembers(NONE, NONE))
                        .toList(),
                customer.id(),
                customer.resellerId(),
                customer.emailVerificationStatus() + customer.inn() + customer.isDeleted());
    }

    private static CustomerPage list(byte[] reply) {
        return FakeService.interpret(new HttpReply(200, "application/json", reply), LIST, ReplyDecoder::page);
    }

    private static byte[] listReply() {
        ObjectNode reply = MAPPER.createObjectNode().put("code", 0);
        ObjectNode page = reply.putObject("data").put("total", 1);
        page.putArray("results").add(MAPPER.readTree(REPLY.getBytes(UTF_8)).path("data"));
        return MAPPER.writeValueAsBytes(reply);
    }

    @Property(tries = 300)
    void unknown_members_change_no_known_part(@ForAll long seed) {
        JsonNode reply = MAPPER.readTree(REPLY.getBytes(UTF_8));
        Customer expected = read(reply);

        addUnknown(reply, new Random(seed), false);

        assertThat(known(read(reply))).isEqualTo(known(expected));
    }

    @Property(tries = 500)
    void a_truncated_reply_is_a_broken_reply(@ForAll @IntRange(max = 1_000) int length) {
        byte[] whole = REPLY.getBytes(UTF_8);
        byte[] cut = Arrays.copyOf(whole, Math.min(length, whole.length - 1));

        assertThat(catchThrowable(() -> read(cut))).isInstanceOf(CustomersFailure.BrokenReply.class);
    }

    @Property(tries = 500)
    void a_truncated_list_is_a_broken_reply(@ForAll @IntRange(max = 1_000) int length) {
        byte[] whole = listReply();
        byte[] cut = Arrays.copyOf(whole, Math.min(length, whole.length - 1));

        assertThat(list(whole).customers()).hasSize(1);
        assertThat(catchThrowable(() -> list(cut))).isInstanceOf(CustomersFailure.BrokenReply.class);
    }

    @Property(tries = 500)
    void random_bytes_are_a_customers_failure(@ForAll byte[] bytes) {
        assertThat(catchThrowable(() -> read(bytes))).isInstanceOf(CustomersFailure.class);
        assertThat(catchThrowable(() -> list(bytes))).isInstanceOf(CustomersFailure.class);
    }

    /** Adds unknown members to every object; in the open maps, where any text is a value, only other types. */
    private static void addUnknown(JsonNode node, Random random, boolean open) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames().toArray(new String[0])) {
                boolean openMap = name.equals("additional_data") || (name.equals("data") && object.has("name"));
                addUnknown(object.path(name), random, openMap);
            }
            unknown(object, random, open);
        } else if (node instanceof ArrayNode array) {
            array.forEach(element -> addUnknown(element, random, false));
        }
    }

    private static void unknown(ObjectNode object, Random random, boolean open) {
        String name = "unknown_" + random.nextInt(1_000);
        switch (random.nextInt(open ? 3 : 6)) {
            case 0 -> object.putNull(name);
            case 1 -> object.putObject(name).put("code", 1);
            case 2 -> object.putArray(name).add("x").addObject();
            case 3 -> object.put(name, "text");
            case 4 -> object.put(name, 5);
            default -> object.put(name, true);
        }
    }
}
