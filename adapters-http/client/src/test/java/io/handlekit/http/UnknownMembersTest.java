package io.handlekit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.customers.BlockingCustomers;
import io.handlekit.customers.Customer;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerHandle;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PostalAddress;
import io.handlekit.http.testing.FakeService;
import io.handlekit.http.testing.JsonLeaves;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Members that the service sends and the client does not know, on their way from a GET to a POST or a PUT. */
class UnknownMembersTest {
    private static final CustomerHandle HANDLE = new CustomerHandle("XX123456-XX");
    private static final String UPDATED = "{\"code\":0,\"data\":{\"success\":true}}";

    /** A reply with a place for unknown members in every object; {@code %1$s} has no comma before it. */
    private static final String REPLY = """
            {"code":0,"desc":"","data":{
              "id":7,"reseller_id":8,"handle":"XX123456-XX","company_name":"C","email":"a@b.example","vat":"V",
              "name":{"initials":"I","first_name":"F","prefix":"P","last_name":"L","full_name":"F P L",%1$s},
              "address":{"street":"S","number":"1","suffix":"A","zipcode":"Z","city":"C","state":"ST","country":"NL",%1$s},
              "phone":{"country_code":"+31","area_code":"20","subscriber_number":"1234567",%1$s},
              "fax":{"country_code":"+32","area_code":"2","subscriber_number":"2345678",%1$s},
              "locale":"nl_NL","comments":"K","is_deleted":false,"inn":"N","email_verification_status":"ACT",
              "deleted_at":"0000-00-00 00:00:00","comments_last_changed_at":"0000-00-00 00:00:00",
              "tags":[{"key":"customer","value":"VIP",%1$s}],
              "additional_data":{"birth_city":"B","attached_files":[
                {"description":"D","doc_type":"id","path":"/",%1$s}],%1$s},
              "extension_additional_data":[{"name":"ru","data":{"uin":"U",%1$s},%1$s}],%1$s}}""";

    /** The members of a GET that the service makes itself and that no request sends. */
    private static final List<String> DERIVED = List.of(
            "/id", "/reseller_id", "/handle", "/is_deleted", "/inn", "/email_verification_status", "/deleted_at",
            "/comments_last_changed_at", "/name/full_name");

    private FakeService service = new FakeService();
    private BlockingCustomers customers = customers();

    private BlockingCustomers customers() {
        return new BlockingCustomers(HttpCustomers.builder(BaseUrl.SANDBOX)
                .transport(service)
                .credentials(Credentials.token("a-token"))
                .build());
    }

    private Customer read(String members) {
        service = new FakeService();
        customers = customers();
        service.answer(200, String.format(REPLY, members));
        return customers.get(HANDLE);
    }

    private Map<String, String> sent() {
        return JsonLeaves.of(service.calls().get(service.calls().size() - 1).body());
    }

    /** Returns what the service sent in its data, without what it makes itself. */
    private static Map<String, String> received(String members) {
        Map<String, String> received = new TreeMap<>();
        JsonLeaves.of(String.format(REPLY, members).getBytes(UTF_8)).forEach((path, value) -> {
            String below = path.startsWith("/data/") ? path.substring("/data".length()) : "";
            if (!below.isEmpty() && !DERIVED.contains(below)) {
                received.put(below, value);
            }
        });
        return received;
    }

    @Property(tries = 100)
    void a_copy_of_a_customer_is_created_with_all_its_members(@ForAll("members") String members) {
        Customer customer = read(members);
        service.answer(200, FakeService.handle("XX123457-XX"));

        customers.create(NewCustomer.copyOf(customer).build());

        Map<String, String> sent = sent();
        sent.remove("");
        assertThat(sent).isEqualTo(received(members));
    }

    @Property(tries = 100)
    void each_section_of_a_customer_is_set_with_all_its_members(@ForAll("members") String members) {
        Customer customer = read(members);
        service.answer(200, UPDATED);

        customers.update(
                HANDLE,
                CustomerChanges.builder()
                        .address(customer.address())
                        .phone(customer.phone())
                        .fax(customer.fax())
                        .tags(customer.tags())
                        .additionalData(customer.additionalData())
                        .extensionData(customer.extensionData())
                        .unknownMembers(customer.unknownMembers())
                        .build());

        Map<String, String> expected = received(members);
        expected.keySet().removeIf(path -> path.matches("/(name.*|company_name|email|vat|locale|comments)"));
        expected.put("/handle", "VALUE_STRING XX123456-XX");
        Map<String, String> sent = sent();
        sent.remove("");
        assertThat(sent).isEqualTo(expected);
    }

    @Example
    void an_update_sends_no_unknown_member_of_a_section_that_it_keeps() {
        read("\"new\":1");
        service.answer(200, UPDATED);

        customers.update(HANDLE, CustomerChanges.builder().email("ada@example.com").build());

        assertThat(sent()).containsOnlyKeys("", "/handle", "/email");
    }

    @Example
    void a_number_keeps_its_digits() {
        PostalAddress address = read("\"a\":1.10,\"b\":1e400,\"c\":123456789012345678901234567890,\"d\":-0")
                .address();

        assertThat(address.unknownMembers().json())
                .containsEntry("a", "1.10")
                .containsEntry("b", "1e400")
                .containsEntry("c", "123456789012345678901234567890")
                .containsEntry("d", "-0");
    }

    @Example
    void customers_that_differ_in_an_unknown_member_alone_are_not_equal() {
        assertThat(read("\"new\":1.10")).isEqualTo(read("\"new\" : 1.10")).isNotEqualTo(read("\"new\":1.1"));
    }

    @Example
    void a_member_of_your_own_is_sent() {
        service.answer(200, UPDATED);

        customers.update(
                HANDLE,
                CustomerChanges.builder()
                        .email("ada@example.com")
                        .member("priority", "{\"level\": 3}")
                        .build());

        assertThat(sent()).containsEntry("/priority/level", "VALUE_NUMBER_INT 3");
    }

    @Property(tries = 100)
    void nothing_shows_an_unknown_member(@ForAll("members") String members) {
        String secret = "\"Zqsecretname\":\"Zqsecretvalue\"," + members;
        Customer customer = read(secret);
        NewCustomer copy = NewCustomer.copyOf(customer).build();

        assertThat(List.of(
                        customer.toString(),
                        copy.toString(),
                        copy.name() + "" + copy.address() + copy.phone() + copy.fax() + copy.tags(),
                        copy.additionalData() + "" + copy.additionalData().attachedFiles() + copy.extensionData(),
                        copy.unknownMembers() + ""))
                .allSatisfy(text -> assertThat(text).doesNotContain("Zqsecret"));
    }

    @Provide
    Arbitrary<String> members() {
        Arbitrary<String> json = Arbitraries.lazyOf(
                () -> Arbitraries.of(
                        "1.10", "1e400", "123456789012345678901234567890", "-0", "0", "true", "false", "null",
                        "\"\"", "\"text\"", "\"caf\u00e9 \ud83d\ude00\"", "\"\\ud800 \\\\ \\\" \\u0000\"", "{}", "[]"),
                () -> values().list().ofMaxSize(3).map(list -> "[" + String.join(" , ", list) + "]"),
                () -> members(0, 3));
        return Arbitraries.lazy(() -> json).list().ofMinSize(1).ofMaxSize(4).map(UnknownMembersTest::named);
    }

    private static Arbitrary<String> values() {
        return Arbitraries.of("1.0", "\"x\"", "null", "[1,[{}]]", "{\"a\":{\"b\":[true,2e-7]}}");
    }

    private static Arbitrary<String> members(int min, int max) {
        return values().list().ofMinSize(min).ofMaxSize(max).map(list -> "{" + named(list) + "}");
    }

    private static String named(List<String> values) {
        StringBuilder members = new StringBuilder();
        for (String value : values) {
            members.append(members.length() == 0 ? "" : ", ")
                    .append("\"unknown_").append(members.length()).append("\" : ").append(value);
        }
        return members.toString();
    }
}
