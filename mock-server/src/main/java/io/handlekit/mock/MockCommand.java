package io.handlekit.mock;

import io.javalin.util.JavalinException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The mock from the command line.
 *
 * <pre>{@code java -jar handlekit-mock.jar --port 8080}</pre>
 */
@Command(
        name = "handlekit-mock",
        description = "An offline double of Openprovider's customer API. Ends with Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = MockCommand.Version.class,
        sortOptions = false)
public final class MockCommand implements Callable<Integer> {
    private static final String NEW_CUSTOMER =
            "{\"name\":{\"first_name\":\"Ada\",\"last_name\":\"Lovelace\"},\"email\":\"ada@example.com\","
                    + "\"address\":{\"street\":\"Dorset Street\",\"number\":\"1\",\"zipcode\":\"W1U 4EG\","
                    + "\"city\":\"London\",\"country\":\"GB\"},\"phone\":{\"country_code\":\"+44\","
                    + "\"area_code\":\"20\",\"subscriber_number\":\"79460000\"}}";
    private static final String NEW_EMAIL = "{\"email\":\"someone@example.com\"}";
    private static final String LOGIN = "{\"username\":\"any\",\"password\":\"any\"}";

    @Option(
            names = "--port",
            defaultValue = "0",
            paramLabel = "N",
            description = "the port to listen on; 0, the default, takes any free one")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "HOST",
            description = "the interface to listen on; the default, 127.0.0.1, lets nobody else in")
    private String host = "";

    @Option(names = "--empty", description = "start without the documentation's customer XX123456-XX")
    private boolean empty;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private MockCommand() {}

    /** Starts the mock; returns while it goes on listening. Exits with 2 for a bad option or a port that is taken. */
    public static void main(String[] args) {
        // Only what goes wrong in a request; a start that fails is told in one line of ours.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.log.io.javalin.Javalin", "off");
        int code = new CommandLine(new MockCommand())
                .setParameterExceptionHandler(MockCommand::complain)
                .execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() {
        MockOpenprovider mock = start();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Openprovider mock at " + mock.baseUri());
        out.println(curl("POST", mock.baseUri() + "/customers", NEW_CUSTOMER));
        out.println(
                empty
                        ? curl("POST", mock.baseUri() + "/auth/login", LOGIN)
                        : curl("PUT", mock.baseUri() + "/customers/XX123456-XX", NEW_EMAIL));
        out.flush();
        return 0;
    }

    private static String curl(String method, String url, String body) {
        return "curl -X " + method + " " + url
                + " -H 'Authorization: Bearer any' -H 'Content-Type: application/json' -d '" + body + "'";
    }

    private MockOpenprovider start() {
        try {
            return MockOpenprovider.start(
                    MockOptions.defaults().host(host).port(port).documentationCustomer(!empty));
        } catch (IllegalArgumentException | JavalinException cannot) {
            throw new ParameterException(
                    spec.commandLine(), "cannot listen on " + host + ":" + port + ": " + reason(cannot));
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private static int complain(ParameterException bad, String[] args) {
        bad.getCommandLine().getErr().println(bad.getMessage() + " (--help explains)");
        return CommandLine.ExitCode.USAGE;
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = MockCommand.class.getPackage().getImplementationVersion();
            return new String[] {"handlekit-mock " + (version == null ? "(built from source)" : version)};
        }
    }
}
