package io.handlekit.mock.inspector;

import io.handlekit.mock.testing.RawClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Customers that fill a page: every field, scripts that run from right to left, stacked marks, and long values. */
final class FullCustomer {
    private static final List<String> ADDITIONAL = List.of(
            "birth_address",
            "birth_city",
            "birth_state",
            "birth_zipcode",
            "company_registration_city",
            "company_registration_number",
            "company_url",
            "headquarters_address",
            "headquarters_city",
            "headquarters_state",
            "headquarters_zipcode",
            "passport_number",
            "social_security_number",
            "trading_name",
            "cif_nif_number",
            "cost_category",
            "cost_center",
            "internal_reference",
            "project_code",
            "purchase_order_number");

    private FullCustomer() {}

    /** Returns a body that has every field. */
    static String json() {
        return body(
                "Babbage & Lovelace Analytical Engines", "Ada", "Lovelace", "Difference engines, repaired on site.");
    }

    /** Returns bodies that a layout could break at. */
    static List<String> extremes() {
        String marks = IntStream.range(0, 40)
                .mapToObj(at -> "Z" + "\u0301\u0316\u0489".repeat(8))
                .collect(Collectors.joining());
        return List.of(
                body("שירותי תוכנה בע״מ", "עדה", marks, "هذا نص طويل من اليمين إلى اليسار ".repeat(40)),
                body("Long", "W".repeat(64), "W".repeat(300), "0123456789abcdef".repeat(4_096)));
    }

    /** Creates a customer and returns its handle. */
    static String create(RawClient client, String body) {
        return client.send("POST", "/customers", body).data().path("handle").stringValue();
    }

    private static String body(String company, String first, String last, String comments) {
        Map<String, Object> additional = new LinkedHashMap<>();
        ADDITIONAL.forEach(name -> additional.put(name, last));
        Stream.of("birth_country", "headquarters_country").forEach(name -> additional.put(name, "GB"));
        Stream.of("birth_date", "company_registration_subscription_date")
                .forEach(name -> additional.put(name, "1815-12-10"));
        Map<String, String> phone = Map.of("country_code", "+44", "area_code", "20", "subscriber_number", "79460000");
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("company_name", company);
        all.put("name", Map.of("prefix", "van", "initials", "A.", "first_name", first, "last_name", last));
        all.put(
                "address",
                Map.of(
                        "street", "Dorset Street",
                        "number", "1",
                        "suffix", "b",
                        "zipcode", "W1U 4EG",
                        "city", "London",
                        "state", "Greater London",
                        "country", "GB"));
        all.put("phone", phone);
        all.put("fax", phone);
        all.put("email", "ada@example.com");
        all.put("vat", "GB123456789");
        all.put("locale", "en_GB");
        all.put("comments", comments);
        all.put("tags", List.of(Map.of("key", "customer", "value", "VIP"), Map.of("key", "engine", "value", last)));
        all.put("additional_data", additional);
        all.put(
                "extension_additional_data",
                List.of(
                        Map.of("name", "us", "data", Map.of("applicant_purpose", "P1", "nexus_category", "C11")),
                        Map.of("name", "se", "data", Map.of("social_security_number", "19151210-0000"))));
        return JsonMapper.shared().writeValueAsString(all);
    }
}
