package app.lede.opensearch;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** Runs a node of OpenSearch 3.9 in this process, on a free port of loopback. */
final class OpenSearchNode extends Node {

    private OpenSearchNode(Settings settings) {
        super(
                InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "lede"),
                List.of(plugin(Netty4ModulePlugin.class), plugin(CommonAnalysisModulePlugin.class)),
                false);
    }

    private static PluginInfo plugin(Class<? extends Plugin> plugin) {
        return new PluginInfo(
                plugin.getName(),
                "",
                Version.CURRENT.toString(),
                Version.CURRENT,
                "21",
                plugin.getName(),
                null,
                List.of(),
                false);
    }

    /**
     * Starts a node.
     *
     * @param home folder of its data
     * @param port of its REST API, 0 for a free one
     */
    static OpenSearchNode start(Path home, int port) throws NodeValidationException {
        OpenSearchNode node = new OpenSearchNode(Settings.builder()
                .put("path.home", home.toString())
                .put("node.name", "lede")
                .put("cluster.name", "lede")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", Integer.toString(port))
                .put("transport.port", "0")
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build());
        node.start();
        return node;
    }

    /** Returns the address of its REST API. */
    URI endpoint() {
        int port = injector()
                .getInstance(HttpServerTransport.class)
                .boundAddress()
                .publishAddress()
                .getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Runs a node for {@code lede bench search --opensearch} until its input ends. */
    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("opensearch");
        try (OpenSearchNode node = start(home, arguments.length == 0 ? 9200 : Integer.parseInt(arguments[0]))) {
            System.err.println("OpenSearch runs at " + node.endpoint());
            while (System.in.read() >= 0) {
                // Until the end.
            }
        }
        System.exit(0);
    }
}
