package io.handlekit.mock.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.handlekit.mock.behaviour.Switch;
import io.handlekit.mock.testing.ApiTest;
import io.handlekit.mock.testing.Proves;
import org.junit.jupiter.api.Test;

/** The account's tags over HTTP. */
class TagsApiTest extends ApiTest {
    private static final String VIP = "{\"key\":\"customer\",\"value\":\"VIP\"}";

    @Test
    @Proves({"route.tags", "tags.list", "tags.create"})
    void tags_are_created_once_and_listed() {
        assertThat(client.send("POST", "/tags", VIP).json())
                .hasToString("{\"code\":0,\"desc\":\"\",\"data\":{\"success\":true}}");
        client.send("POST", "/tags", VIP);
        client.send("POST", "/tags", "{\"value\":\"wholesale\"}");

        assertThat(client.get("/tags").data())
                .hasToString("{\"results\":[" + VIP + ",{\"key\":\"customer\",\"value\":\"wholesale\"}],\"total\":2}");
        assertThat(client.get("/tags?key=customer&value=VIP").data())
                .hasToString("{\"results\":[" + VIP + "],\"total\":1}");
        assertThat(client.get("/tags?key=domain").data()).hasToString("{\"total\":0}");
    }

    @Test
    @Proves("tags.delete")
    void tags_are_deleted_by_the_query() {
        client.send("POST", "/tags", VIP);

        assertThat(client.send("DELETE", "/tags", "").code()).isEqualTo(20002);
        assertThat(client.send("DELETE", "/tags?key=customer&value=VIP", "").code())
                .isZero();
        assertThat(client.send("DELETE", "/tags?key=customer&value=VIP", "").code())
                .isEqualTo(98);
        assertThat(client.get("/tags").data().path("total").intValue()).isZero();
    }

    @Test
    @Proves({"tags.key", "tags.create"})
    void a_tag_needs_a_value_and_the_only_key() {
        assertThat(client.send("POST", "/tags", "{\"key\":\"customer\"}").code())
                .isEqualTo(20002);
        assertFault(client.send("POST", "/tags", "{\"key\":\"domain\",\"value\":\"x\"}"), 400, 900_402);
    }

    @Test
    @Proves("tags.existing")
    void a_switch_allows_only_tags_of_the_account() {
        start(Switch.Tags.EXISTING);

        assertFault(createAda(), 400, 900_402);
        client.send("POST", "/tags", VIP);
        assertThat(createAda().code()).isZero();
        assertFault(client.send("PUT", AL, "{\"tags\":[{\"key\":\"customer\",\"value\":\"X\"}]}"), 400, 900_402);
        assertThat(client.send("PUT", AL, "{\"tags\":[]}").code()).isZero();
    }

    @Test
    @Proves("tags.existing")
    void any_tag_is_allowed_by_default() {
        assertThat(createAda().code()).isZero();
        assertThat(client.get("/tags").data().path("total").intValue()).isZero();
    }
}
