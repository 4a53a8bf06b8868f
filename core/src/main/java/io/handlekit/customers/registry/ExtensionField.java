package io.handlekit.customers.registry;

import java.util.Locale;

/**
 * The known fields of {@link ExtensionData}: those of the article, of the vendor's schema, and of the vendor's own
 * client of 2026. {@link ExtensionData} accepts any other name too.
 *
 * <p>{@link #IS_PRIVATE_ENTERPRENEUR} is spelled as the service spells it. Dates are {@code YYYY-MM-DD}.
 *
 * <pre>{@code ExtensionData.builder("us").put(ExtensionField.NEXUS_CATEGORY, "C11").build();}</pre>
 */
public enum ExtensionField {
    ADMIN_TYPE,
    APPLICANT_PURPOSE,
    BIRTH_DATE,
    COMPANY_NAME_CYRILLIC,
    COMPANY_NAME_LATIN,
    COMPANY_REGISTRATION_NUMBER,
    CONTACT_TITLE,
    COUNTRY_OF_CITIZENSHIP,
    CUSTOMER_UIN,
    ENS_AUTH_ID,
    ENS_KEY,
    FIRST_NAME_CYRILLIC,
    FIRST_NAME_LATIN,
    HR_MEMBER,
    IN_NEXUS_CONNECTION_TO_INDIA,
    IN_NEXUS_DECLARATION_ATTESTATION,
    INDUSTRY_CLASS,
    IS_PRIVATE_ENTERPRENEUR,
    LAST_NAME_CYRILLIC,
    LAST_NAME_LATIN,
    LEGAL_ADDRESS_AREA,
    LEGAL_ADDRESS_BUILDING,
    LEGAL_ADDRESS_CITY,
    LEGAL_ADDRESS_COUNTRY_CODE,
    LEGAL_ADDRESS_CYRILLIC,
    LEGAL_ADDRESS_HOUSE,
    LEGAL_ADDRESS_POSTAL_CODE,
    LEGAL_ADDRESS_REGION,
    LEGAL_ADDRESS_STREET,
    LEGAL_TYPE,
    MIDDLE_NAME_CYRILLIC,
    MIDDLE_NAME_LATIN,
    MOBILE_PHONE_NUMBER,
    MOBILE_PHONE_NUMBER_COUNTRY_CODE,
    MUSIC_NEXUS_CONNECTION_TO_MUSIC,
    MUSIC_NEXUS_REGISTRY_POLICIES_ATTESTATION,
    NEXUS_CATEGORY,
    ORG_TYPE,
    PASSPORT_EXPIRY_DATE,
    PASSPORT_ISSUE_DATE,
    PASSPORT_ISSUE_ID,
    PASSPORT_ISSUER,
    PASSPORT_NUMBER,
    PASSPORT_SERIES,
    POSTAL_ADDRESS_AREA,
    POSTAL_ADDRESS_BUILDING,
    POSTAL_ADDRESS_CITY,
    POSTAL_ADDRESS_CYRILLIC,
    POSTAL_ADDRESS_HOUSE,
    POSTAL_ADDRESS_REGION,
    POSTAL_ADDRESS_STREET,
    SOCIAL_SECURITY_NUMBER,
    SOLE_PROPRIETORSHIP,
    TAX_PAYER_NUMBER,
    UIN,
    USER_TYPE,
    VAT,
    WEBSITE,
    WHOIS_EMAIL;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** Returns the field's name on the wire, such as {@code nexus_category}. */
    public String wireName() {
        return wireName;
    }
}
