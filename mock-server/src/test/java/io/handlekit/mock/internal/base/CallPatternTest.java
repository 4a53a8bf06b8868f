package io.handlekit.mock.internal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.handlekit.mock.internal.service.AccountRoutes;
import io.handlekit.mock.internal.service.CustomerRoutes;
import io.handlekit.mock.internal.service.Route;
import io.handlekit.mock.internal.service.SpecRoutes;
import io.handlekit.mock.internal.service.VerificationRoutes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallPatternTest {
    @ParameterizedTest
    @CsvSource({
        "/customers/XX123456-XX,/customers/XX123456%2DXX,true",
        "/customers/XX123456%2dXX,/customers/XX123456-XX,true",
        "/customers/%2A,/customers/XX123456-XX,false",
        "/customers/*,/customers/a%2Fb,true",
        "/auth/login,/auth/log%69n,true",
        "/customers,/customers/,false",
        "/customers/**,/customers,true"
    })
    void segments_are_compared_without_their_escapes(String pattern, String path, boolean isSame) {
        assertThat(CallPattern.ofService("*", Optional.of(pattern)).includes("GET", path))
                .isEqualTo(isSame);
    }

    @ParameterizedTest
    @CsvSource({
        "/customers,/customers,0",
        "/customers,/tags,1",
        "/customers,/customers/XX123456-XX,1",
        "/customers/XX123456-XX,/customers/XX123456%2DXX,0",
        "/customers/*,/customers,1",
        "/customers/*,/auth/login,1",
        "/customers/**,/tags/a/b,1",
        "/**,/tags,0",
        "/tags,/auth/login/again,3"
    })
    void the_segments_that_differ_are_counted(String pattern, String path, int differing) {
        assertThat(CallPattern.ofService("*", Optional.of(pattern)).differingSegments(path))
                .isEqualTo(differing);
    }

    @Test
    void a_login_with_escapes_is_a_login() {
        assertThat(CallPattern.ANY.includes("POST", "/auth/log%69n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customer",
                "/customers/",
                "/customers/*/",
                "/costumers/**",
                "/customers/a/b",
                "/customers?x=1",
                "/customers/%zz",
                "/auth",
                "/*/*/*/*/*/*"
            })
    void a_path_that_no_route_matches_is_refused(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> CallPattern.ofService("*", Optional.of(path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/**",
                "/customers/**",
                "/*",
                "/customers/*",
                "/tags",
                "/domains/**",
                "/*/login",
                "/customers/XX%2D1"
            })
    void a_path_that_a_route_matches_is_accepted(String path) {
        assertThat(CallPattern.ofService("*", Optional.of(path)).path()).contains(path);
    }

    @Test
    void the_paths_are_those_of_the_routes() {
        List<String> served = Stream.of(
                        new AccountRoutes(null, null).all(),
                        new CustomerRoutes(null).all(),
                        new VerificationRoutes(null, null).all(),
                        new SpecRoutes().all())
                .flatMap(List::stream)
                .map(Route::path)
                .distinct()
                .toList();

        assertThat(ServicePaths.TEMPLATES).containsExactlyInAnyOrderElementsOf(served);
    }
}
