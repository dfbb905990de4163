package app.lede.local.command.release;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Reads a bill of materials in CycloneDX JSON. */
final class BillOfMaterials {

    private static final String OWN = "pkg:maven/app.lede/";

    private BillOfMaterials() {}

    /** Returns the package URLs of the components of others, without qualifiers such as {@code ?type=jar}, sorted. */
    static List<String> packages(Path bom) throws IOException {
        TreeSet<String> packages = new TreeSet<>();
        for (JsonNode component : Json.read(Files.readAllBytes(bom)).path("components")) {
            String url = component.path("purl").asText();
            int qualifiers = url.indexOf('?');
            String bare = qualifiers < 0 ? url : url.substring(0, qualifiers);
            if (!bare.isEmpty() && !bare.startsWith(OWN)) {
                packages.add(bare);
            }
        }
        return List.copyOf(packages);
    }
}
