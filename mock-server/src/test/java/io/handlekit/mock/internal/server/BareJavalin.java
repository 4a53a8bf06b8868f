package io.handlekit.mock.internal.server;

import io.javalin.Javalin;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** The baseline of the benchmark: the same server and parser with one constant answer. */
final class BareJavalin {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final byte[] ANSWER =
            "{\"code\":0,\"desc\":\"\",\"data\":{\"handle\":\"XX123456-XX\"}}".getBytes(StandardCharsets.UTF_8);

    private BareJavalin() {}

    public static void main(String[] args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    config.startup.startupWatcherEnabled = false;
                    config.routes.post("/v1/customers", ctx -> {
                        if (!MAPPER.readTree(ctx.req().getInputStream().readAllBytes())
                                .isObject()) {
                            throw new IllegalArgumentException("an object is expected");
                        }
                        ctx.contentType("application/json").result(ANSWER);
                    });
                })
                .start("127.0.0.1", Integer.parseInt(args[0]));
    }
}
