package app.lede.local.command;

import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.proxy.ApiProxy;
import app.lede.local.proxy.McpPipe;
import app.lede.local.proxy.SignedApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
        SignedApi signed = ApiAddress.signed(api, region);
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
}
