package io.handlekit.mock.internal.command;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The environment's values for options that the command line leaves out. Each option with a value has a variable.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {
    /** Kubernetes sets HANDLEKIT_MOCK_PORT to such a URL if a service is named handlekit-mock. */
    private static final String SERVICE_URL_SCHEME = "tcp://";

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Returns the variable of an option: {@code HANDLEKIT_MOCK_PORT_FILE} for {@code --port-file}. */
    static String name(String option) {
        return "HANDLEKIT_MOCK_"
                + option.replaceFirst("--", "").toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Returns the option's value. An empty variable counts as unset, as compose files pass unset ones as empty. */
    Optional<String> value(String option) {
        return Optional.ofNullable(environment.get(name(option)))
                .filter(value -> !value.isEmpty())
                .filter(value -> !(option.equals("--port") && value.startsWith(SERVICE_URL_SCHEME)));
    }

    /** Returns the default for picocli. It interpolates the text, so each dollar sign is doubled to escape it. */
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.arity().max() > 0
                ? value(option.longestName())
                        .map(value -> value.replace("$", "$$"))
                        .orElse(null)
                : null;
    }
}
