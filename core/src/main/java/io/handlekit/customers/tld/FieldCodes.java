package io.handlekit.customers.tld;

/**
 * The vendor's codes for fields. Those for additional_data do not apply to fields of the same name in
 * extension_additional_data.
 */
final class FieldCodes {
    private FieldCodes() {}

    static int missing(String path) {
        return switch (path) {
            case "additional_data.birth_country" -> 6003;
            case "company_name" -> 160;
            default -> 0;
        };
    }

    static int invalid(String path) {
        return switch (path) {
            case "additional_data.birth_country" -> 6004;
            case "additional_data.birth_date" -> 6005;
            case "name.first_name" -> 103;
            case "name.last_name" -> 106;
            case "address.street" -> 111;
            case "address.state" -> 119;
            case "email" -> 146;
            default -> 0;
        };
    }
}
