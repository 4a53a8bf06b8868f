package io.handlekit.customers.registry;

import java.util.Locale;

/**
 * The known text fields of {@link AdditionalData}: eighteen from the vendor's schema, and six that only the article on
 * modifying a handle shows. The service adds fields faster than it documents them, so {@link AdditionalData} accepts
 * any other name too.
 *
 * <p>Dates are {@code YYYY-MM-DD}; countries are two capital letters.
 *
 * <pre>{@code AdditionalData.builder().put(AdditionalField.BIRTH_DATE, "1970-01-01").build();}</pre>
 */
public enum AdditionalField {
    BIRTH_ADDRESS,
    BIRTH_CITY,
    BIRTH_COUNTRY,
    BIRTH_DATE,
    BIRTH_STATE,
    BIRTH_ZIPCODE,
    COMPANY_REGISTRATION_CITY,
    COMPANY_REGISTRATION_NUMBER,
    COMPANY_REGISTRATION_SUBSCRIPTION_DATE,
    COMPANY_URL,
    HEADQUARTERS_ADDRESS,
    HEADQUARTERS_CITY,
    HEADQUARTERS_COUNTRY,
    HEADQUARTERS_STATE,
    HEADQUARTERS_ZIPCODE,
    PASSPORT_NUMBER,
    SOCIAL_SECURITY_NUMBER,
    TRADING_NAME,
    // from the article only
    CIF_NIF_NUMBER,
    COST_CATEGORY,
    COST_CENTER,
    INTERNAL_REFERENCE,
    PROJECT_CODE,
    PURCHASE_ORDER_NUMBER;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** Returns the field's name on the wire, such as {@code birth_date}. */
    public String wireName() {
        return wireName;
    }
}
