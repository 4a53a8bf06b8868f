package io.handlekit.mock.behaviour;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A choice where public evidence leaves open how the real service behaves, and where a client would see the difference.
 * Each switch is an enumeration of its values; the first constant is the default.
 *
 * <pre>{@code Behaviour.defaults().with(Switch.Token.ISSUED).with(Switch.Limits.LIVE);}</pre>
 *
 * <p>The name of a switch is its option on the command line ({@code --put-sections merge}), its variable in the
 * environment ({@code HANDLEKIT_MOCK_PUT_SECTIONS=merge}) and its name in the evidence ledger, which tells what is
 * known about it. New switches and values may be added; existing ones keep their names.
 */
public sealed interface Switch
        permits Switch.ErrorStatus,
                Switch.UnknownHandleStatus,
                Switch.ErrorData,
                Switch.PutSections,
                Switch.PutName,
                Switch.EmptyValues,
                Switch.UnknownFields,
                Switch.Token,
                Switch.Login,
                Switch.Limits,
                Switch.AreaCode,
                Switch.HouseNumber,
                Switch.Zip,
                Switch.Form,
                Switch.Tags,
                Switch.TldCheck,
                Switch.SpecNames,
                Switch.BarePattern,
                Switch.EmptyList,
                Switch.VerificationStatus,
                Switch.LargeLimit,
                Switch.Deleted,
                Switch.Delete,
                Switch.Maintenance,
                Switch.Warnings {
    /** Returns the name of this value, such as {@code on-create}. */
    default String word() {
        return toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns all switches. */
    static List<Class<? extends Switch>> all() {
        return Stream.of(Switch.class.getPermittedSubclasses())
                .<Class<? extends Switch>>map(type -> type.asSubclass(Switch.class))
                .toList();
    }

    /** Returns the name of a switch: {@code put-sections} for {@link PutSections}. */
    static String name(Class<? extends Switch> which) {
        return which.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the values of a switch, its default first.
     *
     * @throws IllegalArgumentException if the type is {@code Switch} itself
     */
    static <S extends Switch> List<S> values(Class<S> which) {
        S[] constants = which.getEnumConstants();
        if (constants == null) {
            throw new IllegalArgumentException("expected the type of one switch, such as Switch.Limits.class");
        }
        return List.of(constants);
    }

    /** The HTTP status of a business error. */
    enum ErrorStatus implements Switch {
        /** The known statuses of each version: 500 at v1beta; 400, 401, 404, 429, 500 or 503 at v1, by code. */
        BY_VERSION,
        /** 500 at each version, as observed at v1beta. */
        HTTP_500,
        /** 400 at each version. */
        HTTP_400,
        /** 200 at each version, as one client reports. */
        HTTP_200
    }

    /** The HTTP status of an unknown handle, code 193, at v1 with {@link ErrorStatus#BY_VERSION}. */
    enum UnknownHandleStatus implements Switch {
        /** 400, as of other refusals. */
        HTTP_400,
        /** 404, which the service has answered to a registry's refusal. */
        HTTP_404
    }

    /** The {@code data} of an error. */
    enum ErrorData implements Switch {
        /** No {@code data}. */
        NONE,
        /** A text: the name of the wrong member. */
        TEXT
    }

    /** The effect of a PUT that sends a section in part. */
    enum PutSections implements Switch {
        /** It replaces the stored section. */
        REPLACE,
        /** It merges the members sent into the stored section. */
        MERGE
    }

    /** The effect of a PUT with another name or company name than the customer's. */
    enum PutName implements Switch {
        /** It ignores and reports it. */
        IGNORE,
        /** It refuses the whole request. */
        REFUSE
    }

    /** The effect of a PUT with an empty text, array or object. */
    enum EmptyValues implements Switch {
        /** It clears the stored value. */
        CLEAR,
        /** It keeps the stored value. */
        KEEP
    }

    /** The treatment of unknown members and query parameters. */
    enum UnknownFields implements Switch {
        /** It ignores and reports them. */
        IGNORE,
        /** The request is refused. */
        REFUSE
    }

    /** Which bearer tokens the mock accepts. */
    enum Token implements Switch {
        /** Any token that is not empty. */
        ANY,
        /** Tokens that a login issued in the last 48 hours. */
        ISSUED,
        /** Any call, without a token too. */
        OFF
    }

    /** The answer to a login with a good password. */
    enum Login implements Switch {
        /** A token. */
        ACCEPTED,
        /** Code 197: an agreement must be signed first. */
        UNSIGNED,
        /** Code 10005: this user has no access. */
        NO_AUTHORITY,
        /** Code 10006: two-factor authentication is on. */
        TWO_FACTOR,
        /** Code 10009: this user has no access to the sandbox. */
        NO_SANDBOX,
        /** Code 10008: this user's API access is off. */
        NO_API_ACCESS
    }

    /** Which call limits apply. */
    enum Limits implements Switch {
        /** None. */
        OFF,
        /** The limits of the live service. */
        LIVE,
        /** The limits of the old test service. */
        CTE
    }

    /** The strictness about area codes: required, and digits. */
    enum AreaCode implements Switch {
        /** It may be empty or anything. */
        LENIENT,
        /** A violation gets code 132, 133 or 142. */
        STRICT
    }

    /** The strictness about house numbers. */
    enum HouseNumber implements Switch {
        /** It may be empty. */
        LENIENT,
        /** A violation gets code 112 or 113. */
        STRICT
    }

    /** The strictness about the documented forms of postal codes. */
    enum Zip implements Switch {
        /** It may have any form. */
        LENIENT,
        /** A violation gets code 116. */
        STRICT
    }

    /** The strictness about everything else for which {@code CustomerRules} has a warning with a code. */
    enum Form implements Switch {
        /** It accepts it. */
        LENIENT,
        /** It answers the code of the warning. */
        STRICT
    }

    /** Which tags a customer may have. */
    enum Tags implements Switch {
        /** Any. */
        ANY,
        /** Only tags of the account. */
        EXISTING
    }

    /** When data for a top-level domain are checked against its requirements. */
    enum TldCheck implements Switch {
        /** Never, because the service checks them when a domain is ordered. */
        OFF,
        /** When a customer is created with data for it. */
        ON_CREATE
    }

    /** The spelling of field names in {@code /domains/additional-data/customers}. */
    enum SpecNames implements Switch {
        /** As in the documentation: {@code birthDate}. */
        CAMEL,
        /** As in requests: {@code birth_date}. */
        SNAKE
    }

    /** The meaning of a pattern without a star. */
    enum BarePattern implements Switch {
        /** The whole text. */
        EXACT,
        /** Any text that contains it. */
        SUBSTRING
    }

    /** The form of an empty list. */
    enum EmptyList implements Switch {
        /** Without {@code results}, as recorded: <code>{"total":0}</code>. */
        ABSENT,
        /** With {@code "results":[]}. */
        PRESENT
    }

    /** Since when a customer has an {@code email_verification_status}. */
    enum VerificationStatus implements Switch {
        /** Since a client started a verification of the address. */
        WHEN_STARTED,
        /** From the start: {@code REQ}, as for an account whose addresses the service verifies by itself. */
        FROM_START
    }

    /** The treatment of a limit above 1,000. */
    enum LargeLimit implements Switch {
        /** It lists 1,000. */
        CLAMP,
        /** The request is refused. */
        REFUSE
    }

    /** The view of a deleted customer in a read. */
    enum Deleted implements Switch {
        /** As unknown: code 193. */
        UNKNOWN,
        /** The customer, with {@code is_deleted} and {@code deleted_at}; it cannot be changed or deleted again. */
        SHOWN
    }

    /** The answer to the deletion of an existing customer. */
    enum Delete implements Switch {
        /** It is deleted. */
        ACCEPTED,
        /** Code 6200: it has domains. */
        HAS_DOMAINS,
        /** Code 187: it is attached to domains, the older code. */
        ATTACHED,
        /** Code 6206: it is a default handle of the account. */
        DEFAULT_HANDLE
    }

    /** The maintenance of the service. */
    enum Maintenance implements Switch {
        /** No, and answers do not mention it. */
        OFF,
        /** Successes have {@code "maintenance": true}. */
        ANNOUNCED,
        /** Every call gets code 4005. */
        ON
    }

    /** The warnings of successes. */
    enum Warnings implements Switch {
        /** None. */
        NONE,
        /** One, with a code of the mock's own. */
        ONE
    }
}
