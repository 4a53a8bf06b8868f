package io.handlekit.mock.behaviour;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something in which the real service may behave in one way or another, for all that is publicly known, and in which a
 * client would notice. Each switch is an enumeration of what it can be set to; the first constant is the default.
 *
 * <pre>{@code Behaviour.defaults().with(Switch.Token.ISSUED).with(Switch.Limits.LIVE);}</pre>
 *
 * <p>A switch has a name, which is its option on the command line ({@code --put-sections merge}), its variable in the
 * environment ({@code HANDLEKIT_MOCK_PUT_SECTIONS=merge}) and its name in the evidence ledger, which says for each of
 * them what is known. Switches and values will be added as more becomes known; those that are here keep their names.
 */
public sealed interface Switch
        permits Switch.ErrorStatus,
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
                Switch.LargeLimit,
                Switch.Deleted,
                Switch.Delete,
                Switch.Maintenance,
                Switch.Warnings {
    /** The word for this value, such as {@code on-create}. */
    default String word() {
        return toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All switches. */
    static List<Class<? extends Switch>> all() {
        return Stream.of(Switch.class.getPermittedSubclasses())
                .<Class<? extends Switch>>map(type -> type.asSubclass(Switch.class))
                .toList();
    }

    /** The name of a switch: {@code put-sections} for {@link PutSections}. */
    static String name(Class<? extends Switch> which) {
        return which.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * What a switch can be set to, its default first.
     *
     * @throws IllegalArgumentException if it is no switch of its own
     */
    static <S extends Switch> List<S> values(Class<S> which) {
        S[] constants = which.getEnumConstants();
        if (constants == null) {
            throw new IllegalArgumentException("one of the switches is expected, such as Switch.Limits.class");
        }
        return List.of(constants);
    }

    /** The HTTP status of a business error. */
    enum ErrorStatus implements Switch {
        /** 500, as has been observed. */
        HTTP_500,
        /** 200, as one client says. */
        HTTP_200
    }

    /** What stands in {@code data} of an error. */
    enum ErrorData implements Switch {
        /** There is no {@code data}. */
        NONE,
        /** A text: the member that the error is about. */
        TEXT
    }

    /** What a PUT does to an object that it gives in part. */
    enum PutSections implements Switch {
        /** The object given takes the old one's place. */
        REPLACE,
        /** Members of the old one that are not given stay. */
        MERGE
    }

    /** What a PUT does with another name or company name than the customer has. */
    enum PutName implements Switch {
        /** It passes over them, and tells so. */
        IGNORE,
        /** It refuses all of it. */
        REFUSE
    }

    /** What an empty text, array or object does in a PUT. */
    enum EmptyValues implements Switch {
        /** It clears what was there. */
        CLEAR,
        /** It keeps what was there. */
        KEEP
    }

    /** What becomes of members and query parameters that nobody knows. */
    enum UnknownFields implements Switch {
        /** They are passed over, and told of. */
        IGNORE,
        /** The request is refused. */
        REFUSE
    }

    /** Which bearer tokens are good. */
    enum Token implements Switch {
        /** Any but an empty one. */
        ANY,
        /** Those that a login has handed out in the last 48 hours. */
        ISSUED,
        /** None is needed. */
        OFF
    }

    /** What comes of a login with a good password. */
    enum Login implements Switch {
        /** A token. */
        ACCEPTED,
        /** Code 197: an agreement has to be signed first. */
        UNSIGNED,
        /** Code 10005: this user has no authority. */
        NO_AUTHORITY,
        /** Code 10006: two-factor authentication is on. */
        TWO_FACTOR,
        /** Code 10009: this user has no authority at the sandbox. */
        NO_SANDBOX
    }

    /** Whose call limits hold. */
    enum Limits implements Switch {
        /** None. */
        OFF,
        /** Those of the live service. */
        LIVE,
        /** Those of the test service of old. */
        CTE
    }

    /** Whether an area code is required and has digits alone. */
    enum AreaCode implements Switch {
        /** It may be empty or anything. */
        LENIENT,
        /** Codes 132, 133 and 142 are answered. */
        STRICT
    }

    /** Whether a house number is required. */
    enum HouseNumber implements Switch {
        /** It may be empty. */
        LENIENT,
        /** Codes 112 and 113 are answered. */
        STRICT
    }

    /** Whether a postal code has its country's documented form. */
    enum Zip implements Switch {
        /** It may have any form. */
        LENIENT,
        /** Code 116 is answered. */
        STRICT
    }

    /** Whether all else is refused that {@code CustomerRules} warns of and has a code for. */
    enum Form implements Switch {
        /** It is let through. */
        LENIENT,
        /** The codes of the warnings are answered. */
        STRICT
    }

    /** Which tags a customer may have. */
    enum Tags implements Switch {
        /** Any. */
        ANY,
        /** Tags of the account. */
        EXISTING
    }

    /** Whether data for a top-level domain are checked against what it asks for. */
    enum TldCheck implements Switch {
        /** Never, since that comes with the order of a domain. */
        OFF,
        /** When a customer is created with data for it. */
        ON_CREATE
    }

    /** How {@code /domains/additional-data/customers} spells the fields. */
    enum SpecNames implements Switch {
        /** As the documents show it: {@code birthDate}. */
        CAMEL,
        /** As requests have it: {@code birth_date}. */
        SNAKE
    }

    /** What a pattern without a star finds. */
    enum BarePattern implements Switch {
        /** The text itself. */
        EXACT,
        /** All that contains it. */
        SUBSTRING
    }

    /** What becomes of a limit above 1,000. */
    enum LargeLimit implements Switch {
        /** 1,000 are listed. */
        CLAMP,
        /** The request is refused. */
        REFUSE
    }

    /** What is seen of a customer that was deleted. */
    enum Deleted implements Switch {
        /** Nothing: code 193. */
        UNKNOWN,
        /** The customer, with {@code is_deleted} and {@code deleted_at}; it cannot be changed or deleted again. */
        SHOWN
    }

    /** What comes of the delete of a customer that is there. */
    enum Delete implements Switch {
        /** It is gone. */
        ACCEPTED,
        /** Code 6200: it has domains. */
        HAS_DOMAINS,
        /** Code 187: it is attached to domains, in the older words. */
        ATTACHED,
        /** Code 6206: it is a default handle of the account. */
        DEFAULT_HANDLE
    }

    /** Whether there is maintenance. */
    enum Maintenance implements Switch {
        /** No word of it. */
        OFF,
        /** Successes say {@code "maintenance": true}. */
        ANNOUNCED,
        /** Code 4005, whatever is asked. */
        ON
    }

    /** Whether successes carry a warning. */
    enum Warnings implements Switch {
        /** None. */
        NONE,
        /** One, with a code of the mock's own. */
        ONE
    }
}
