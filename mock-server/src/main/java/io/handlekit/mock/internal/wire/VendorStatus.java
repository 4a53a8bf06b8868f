package io.handlekit.mock.internal.wire;

import io.handlekit.customers.vendor.VendorCodes;
import io.handlekit.mock.behaviour.ApiVersion;
import io.handlekit.mock.behaviour.Behaviour;
import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.internal.base.VendorError;
import java.util.Map;

/** The HTTP status of a business error, by version. The ledger has the evidence, in its lines {@code status.…}. */
final class VendorStatus {
    private static final int REFUSED = 400;
    private static final int IN_SERVICE = 500;
    private static final int UNKNOWN_HANDLE = VendorCodes.UNKNOWN_HANDLE;

    /** The statuses of v1 that are not 400: refused tokens, limits, maintenance, a registry's refusal, a failed order. */
    private static final Map<Integer, Integer> V1 = Map.of(
            VendorCodes.NOT_AUTHENTICATED,
            401,
            50,
            429,
            4007,
            429,
            VendorError.ACCESS_DENIED,
            429,
            VendorError.MAINTENANCE,
            503,
            399,
            404,
            309,
            IN_SERVICE);

    private VendorStatus() {}

    static int of(VendorError error, ApiVersion version, Behaviour behaviour) {
        return switch (behaviour.get(Switch.ErrorStatus.class)) {
            case HTTP_200 -> 200;
            case HTTP_400 -> REFUSED;
            case HTTP_500 -> IN_SERVICE;
            case BY_VERSION -> version == ApiVersion.V1 ? ofV1(error, behaviour) : IN_SERVICE;
        };
    }

    private static int ofV1(VendorError error, Behaviour behaviour) {
        if (error.isRefusedLogin()) {
            return REFUSED;
        }
        if (error.code() == UNKNOWN_HANDLE) {
            return behaviour.is(Switch.UnknownHandleStatus.HTTP_404) ? 404 : REFUSED;
        }
        return V1.getOrDefault(error.code(), REFUSED);
    }
}
