package io.handlekit.benchmarks.mock;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** The baseline: a Javalin in its best settings that parses each body and gives constant answers of the mock's size. */
final class BareJavalin {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final byte[] CREATED = data("{\"handle\":\"" + Call.HANDLE + "\"}");
    private static final byte[] DONE = data("{\"success\":true}");
    private static final byte[] CUSTOMER = data(Call.CUSTOMER);
    private static final byte[] LIST = data("{\"results\":[" + Call.CUSTOMER + ("," + Call.CUSTOMER).repeat(99) + "]}");

    private BareJavalin() {}

    public static void main(String[] args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    config.startup.startupWatcherEnabled = false;
                    config.concurrency.useVirtualThreads = Runtime.version().feature() >= 21;
                    config.routes.post("/v1/customers", ctx -> answerBody(ctx, CREATED));
                    config.routes.put("/v1/customers/{handle}", ctx -> answerBody(ctx, DONE));
                    config.routes.get("/v1/customers/{handle}", ctx -> answer(ctx, CUSTOMER));
                    config.routes.get("/v1/customers", ctx -> answer(ctx, LIST));
                })
                .start("127.0.0.1", Integer.parseInt(args[0]));
    }

    private static void answerBody(Context ctx, byte[] answer) throws java.io.IOException {
        if (!MAPPER.readTree(ctx.req().getInputStream().readAllBytes()).isObject()) {
            throw new IllegalArgumentException("an object is expected");
        }
        answer(ctx, answer);
    }

    private static void answer(Context ctx, byte[] answer) {
        ctx.contentType("application/json").result(answer);
    }

    private static byte[] data(String data) {
        return ("{\"code\":0,\"desc\":\"\",\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8);
    }
}
