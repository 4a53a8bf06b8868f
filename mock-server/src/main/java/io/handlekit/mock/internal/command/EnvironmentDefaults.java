package io.handlekit.mock.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The environment's values for options that the command line leaves out. Each option with a value has a variable.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private static final String PREFIX = "HANDLEKIT_MOCK_";

    /** The launcher script reads this variable. */
    private static final String ARCHIVE = PREFIX + "ARCHIVE";

    /** Kubernetes and Docker links set these for a service of this name. */
    private static final String LINKS = PREFIX + "((SERVICE_|PORT_[0-9]|ENV_).*|NAME)";

    /** Kubernetes sets HANDLEKIT_MOCK_PORT to such a URL if a service is named handlekit-mock. */
    private static final String SERVICE_URL_SCHEME = "tcp://";

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Returns the variable of an option: {@code HANDLEKIT_MOCK_PORT_FILE} for {@code --port-file}. */
    static String name(String option) {
        return PREFIX + option.replaceFirst("--", "").toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Returns the option's value. An empty variable counts as unset, as compose files pass unset ones as empty. */
    Optional<String> value(String option) {
        return Optional.ofNullable(environment.get(name(option)))
                .filter(value -> !value.isEmpty())
                .filter(value -> !(option.equals("--port") && value.startsWith(SERVICE_URL_SCHEME)));
    }

    /** Returns a sentence for each variable that looks like one of an option, and is not. It does not show the value. */
    List<String> unknown(CommandLine command) {
        Set<String> known = command.getCommandSpec().options().stream()
                .filter(EnvironmentDefaults::hasVariable)
                .map(option -> name(option.longestName()))
                .collect(Collectors.toSet());
        return environment.keySet().stream()
                .filter(variable ->
                        variable.startsWith(PREFIX) && !variable.equals(ARCHIVE) && !variable.matches(LINKS))
                .filter(variable -> !known.contains(variable))
                .sorted()
                .map(variable -> "Unknown variable " + variable
                        + NearestOption.to(option(variable), command)
                                .map(nearest -> ": did you mean " + name(nearest) + "?")
                                .orElse(""))
                .toList();
    }

    private static String option(String variable) {
        return "--"
                + variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean hasVariable(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** Returns the default for picocli. It interpolates the text, so each dollar sign is doubled to escape it. */
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && hasVariable(option)
                ? value(option.longestName())
                        .map(value -> value.replace("$", "$$"))
                        .orElse(null)
                : null;
    }
}
