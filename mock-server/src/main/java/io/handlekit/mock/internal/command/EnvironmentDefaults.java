package io.handlekit.mock.internal.command;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the environment says of options that the command line leaves out: each option with a value is a variable too.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {
    /** Kubernetes describes a service by such variables, and a service may well have the name of the mock. */
    private static final String OF_A_SERVICE = "tcp://";

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The variable of an option: {@code HANDLEKIT_MOCK_PORT_FILE} for {@code --port-file}. */
    static String name(String option) {
        return "HANDLEKIT_MOCK_"
                + option.replaceFirst("--", "").toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What an option is set to, if it is; an empty variable is what compose files make of one that nobody set. */
    Optional<String> value(String option) {
        return Optional.ofNullable(environment.get(name(option)))
                .filter(value -> !value.isEmpty())
                .filter(value -> !(option.equals("--port") && value.startsWith(OF_A_SERVICE)));
    }

    /** picocli looks for variables in what it is given here, and the doubled sign says that there is none. */
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.arity().max() > 0
                ? value(option.longestName())
                        .map(value -> value.replace("$", "$$"))
                        .orElse(null)
                : null;
    }
}
