package io.handlekit.mock.internal.server;

import io.javalin.config.JavalinConfig;
import java.util.stream.Stream;

/** Lets pages of any origin call the mock. */
final class Cors {
    private Cors() {}

    /**
     * Opens the mock to browsers.
     *
     * @param paths what is served; only there a browser gets leave to call
     */
    static void open(JavalinConfig config, Stream<String> paths) {
        config.bundledPlugins.enableCors(cors -> cors.addRule(rule -> {
            rule.anyHost();
            rule.exposeHeader(ServiceHandler.IGNORED);
        }));
        // The plugin writes the headers, and somebody has to answer.
        paths.distinct().forEach(path -> config.routes.options(path, ctx -> ctx.status(200)));
    }
}
