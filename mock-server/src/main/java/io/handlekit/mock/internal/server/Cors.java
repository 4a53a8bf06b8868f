package io.handlekit.mock.internal.server;

import io.javalin.config.JavalinConfig;
import java.util.stream.Stream;

/** Access from pages of any origin. */
final class Cors {
    private Cors() {}

    /**
     * Allows browsers to call the mock.
     *
     * @param paths the paths that are served
     */
    static void open(JavalinConfig config, Stream<String> paths) {
        config.bundledPlugins.enableCors(cors -> cors.addRule(rule -> {
            rule.anyHost();
            rule.exposeHeader(ServiceHandler.IGNORED);
        }));
        // The plugin writes the headers only; these routes give the answer.
        paths.distinct().forEach(path -> config.routes.options(path, ctx -> ctx.status(200)));
    }
}
