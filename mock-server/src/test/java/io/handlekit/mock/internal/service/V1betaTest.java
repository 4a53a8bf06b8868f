package io.handlekit.mock.internal.service;

import io.handlekit.mock.behaviour.ApiVersion;
import org.junit.jupiter.api.Nested;

/** The tests of the service's calls once more, at v1beta. Only the statuses of errors differ. */
class V1betaTest {
    @Nested
    class Customers extends CustomersApiTest {
        @Override
        public ApiVersion version() {
            return ApiVersion.V1BETA;
        }
    }

    @Nested
    class Updates extends UpdateApiTest {
        @Override
        public ApiVersion version() {
            return ApiVersion.V1BETA;
        }
    }

    @Nested
    class Lists extends ListApiTest {
        @Override
        public ApiVersion version() {
            return ApiVersion.V1BETA;
        }
    }

    @Nested
    class Forms extends FormApiTest {
        @Override
        public ApiVersion version() {
            return ApiVersion.V1BETA;
        }
    }

    @Nested
    class Logins extends LoginApiTest {
        @Override
        public ApiVersion version() {
            return ApiVersion.V1BETA;
        }
    }

    @Nested
    class Tags extends TagsApiTest {
        @Override
        public ApiVersion version() {
            return ApiVersion.V1BETA;
        }
    }

    @Nested
    class Specs extends SpecsApiTest {
        @Override
        public ApiVersion version() {
            return ApiVersion.V1BETA;
        }
    }

    @Nested
    class Verifications extends VerificationsApiTest {
        @Override
        public ApiVersion version() {
            return ApiVersion.V1BETA;
        }
    }
}
