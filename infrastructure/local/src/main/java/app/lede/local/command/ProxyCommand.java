package app.lede.local.command;

import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.engine.Credentials;
import app.lede.local.proxy.ApiProxy;
import app.lede.local.proxy.McpPipe;
import app.lede.local.proxy.SignedApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** {@code lede proxy}: opens an API that takes signed requests to a browser, or to an MCP client, of this machine. */
@Command(
        name = "proxy",
        description = {
            "Sign requests to a stack's API: for its page in a browser, or with --mcp for an MCP client.",
            "API_URL is the output ApiUrl of the stack, or the address of lede up --signed. Credentials and region are"
                    + " those of the environment and its profile, as of the AWS CLI; a profile that needs a sign-in is"
                    + " exported by: eval \"$(aws configure export-credentials --format env)\""
        })
public final class ProxyCommand implements Callable<Integer> {

    private static final Pattern API_GATEWAY =
            Pattern.compile("[a-z0-9]+\\.execute-api\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?");

    private static final Pattern THIS_MACHINE = Pattern.compile("127\\.0\\.0\\.1|localhost|\\[::1]");

    private final Terminal terminal;
    private final InputStream in;

    @Parameters(index = "0", paramLabel = "API_URL", description = "The address of the API.")
    private URI api = URI.create("");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "4590",
            description = "Port on 127.0.0.1, 0 for a free one. Default: ${DEFAULT-VALUE}")
    private int port = 4590;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Region of the API. Default: the one in its address, else that of the environment.")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--mcp",
            description =
                    "Carry the messages of an MCP client between standard input and output and the API, in place of"
                            + " a port for browsers.")
    private boolean mcp;

    public ProxyCommand(Terminal terminal, InputStream in) {
        this.terminal = terminal;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SignedApi signed = signed();
        if (mcp) {
            terminal.message("proxy: MCP for " + api);
            new McpPipe(signed, terminal::result, terminal::message)
                    .run(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            return ExitCode.COMPLETE.value();
        }
        try (ApiProxy proxy = started(signed)) {
            terminal.result(proxy.endpoint() + "/");
            terminal.message("proxy: open this address in a browser; until Ctrl-C");
            new CountDownLatch(1).await();
            return ExitCode.COMPLETE.value();
        }
    }

    private ApiProxy started(SignedApi signed) throws IOException {
        try {
            return ApiProxy.start(signed, port);
        } catch (IOException e) {
            throw new WrongUsage(e.getMessage() + "; choose another with --port");
        }
    }

    private SignedApi signed() {
        String host = Optional.ofNullable(api.getHost()).orElse("");
        boolean here = THIS_MACHINE.matcher(host).matches();
        if (host.isEmpty() || !("https".equals(api.getScheme()) || ("http".equals(api.getScheme()) && here))) {
            throw new WrongUsage("the API's address begins with https://, or on this machine with http://: " + api);
        }
        return new SignedApi(
                api,
                here ? Credentials.local().region() : region(host),
                here ? ofLocalStack() : ofEnvironment(),
                InstantSource.system());
    }

    private String region(String host) {
        Matcher named = API_GATEWAY.matcher(host.toLowerCase(Locale.ROOT));
        return region.orElseGet(() -> named.matches() ? named.group(1) : ofProfile());
    }

    private static String ofProfile() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion().id();
        } catch (SdkException e) {
            throw new WrongUsage("no region: name it with --region or AWS_REGION");
        }
    }

    /** Returns the key of stacks on this machine; whatever else listens here learns nothing of anybody's own. */
    private static AwsCredentialsProvider ofLocalStack() {
        Credentials local = Credentials.local();
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(local.accessKeyId(), local.secretAccessKey()));
    }

    /** Fails at the start rather than at the first request. */
    private static AwsCredentialsProvider ofEnvironment() {
        AwsCredentialsProvider found = DefaultCredentialsProvider.builder().build();
        try {
            found.resolveCredentials();
            return found;
        } catch (SdkException e) {
            throw new WrongUsage("no AWS credentials: " + e.getMessage());
        }
    }
}
