package io.handlekit.mock.internal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JsonPathTest {
    private static final JsonNode JSON = Json.read("""
            {"a":{"b":[{"c":1},2]},"a b":3,"a/b~c":4,"é1":5,"_x":6,"0":7,"":8,"it's":9,"back\\\\slash":10}""".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "$.a.b[0].c,1",
                "$.a.b[1],2",
                "$['a']['b'][1],2",
                "$['a b'],3",
                "$['a/b~c'],4",
                "$.é1,5",
                "$._x,6",
                "$['0'],7",
                "$[''],8",
                "$[\"a\"]['b'][1],2",
                "$[\"it's\"],9",
                "$['back\\slash'],10",
            })
    void a_path_follows_members_and_indices(String path, String found) {
        assertThat(JsonPath.parse(path).in(JSON).toString()).isEqualTo(found);
        assertThat(JsonPath.parse(path)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.a.c", "$.a.b[2]", "$.a[0]", "$['a'][0]['b']", "$[0]", "$.a.b.c"})
    void a_path_to_nothing_finds_a_missing_node(String path) {
        assertThat(JsonPath.parse(path).in(JSON).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a.b",
                ".a",
                "$a",
                "$.",
                "$..a",
                "$.a.",
                "$.a[",
                "$.a[]",
                "$.a[-1]",
                "$.a[*]",
                "$.*",
                "$.a b",
                "$.0",
                "$['a'",
                "$['a\"]",
                "$['it\\'s']",
                "$.a[0:1]",
                "$.a[?@.b]",
                " $.a",
                "$.a ",
                "$.a[9999999999]",
                "$$.a"
            })
    void other_syntax_is_refused(String path) {
        assertThatThrownBy(() -> JsonPath.parse(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = "$")
    void the_root_is_a_path(String path) {
        assertThat(JsonPath.parse(path).in(JSON)).isEqualTo(JSON);
    }
}
