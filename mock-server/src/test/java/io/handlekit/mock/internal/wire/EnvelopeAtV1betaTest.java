package io.handlekit.mock.internal.wire;

import io.handlekit.mock.behaviour.ApiVersion;

/** The envelope and its switches at v1beta. */
class EnvelopeAtV1betaTest extends EnvelopeApiTest {
    @Override
    public ApiVersion version() {
        return ApiVersion.V1BETA;
    }
}
