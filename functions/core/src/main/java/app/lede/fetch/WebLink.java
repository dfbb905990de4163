package app.lede.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link of a Link header (RFC 8288).
 *
 * @param target as sent, usually absolute
 * @param relations in lower case
 * @param type MIME type that the link states, in lower case; empty without one
 */
public record WebLink(String target, Set<String> relations, String type) {

    private static final int MAX_LINKS = 50;

    /** A bracketed target and its parameters, up to the next unquoted comma. */
    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>((?:[^,\"]++|\"[^\"]*+\")*+)");

    /** One parameter; quoted values are matched as a whole. */
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+([^\\s=;,\"]++)\\s*+(?:=\\s*+(?:\"([^\"]*+)\"|([^\\s;,\"]++)))?+");

    public WebLink {
        relations = Set.copyOf(relations);
    }

    /** Parses the links that have a relation, in order, at most {@value #MAX_LINKS}. */
    static List<WebLink> of(HttpHeaders headers) {
        List<WebLink> links = new ArrayList<>();
        for (String value : headers.all("Link")) {
            Matcher link = LINK.matcher(value);
            while (links.size() < MAX_LINKS && link.find()) {
                String target = link.group(1).strip();
                String parameters = link.group(2);
                String type = parameter("type", parameters).orElse("").strip().toLowerCase(Locale.ROOT);
                parameter("rel", parameters)
                        .ifPresent(names -> links.add(new WebLink(target, Set.of(words(names)), type)));
            }
        }
        return List.copyOf(links);
    }

    /** Returns the first parameter of a name; later ones are ignored (RFC 8288, section 3.3). */
    private static Optional<String> parameter(String name, String parameters) {
        return PARAMETER
                .matcher(parameters)
                .results()
                .filter(parameter -> parameter.group(1).equalsIgnoreCase(name))
                .findFirst()
                .flatMap(found -> Optional.ofNullable(found.group(2) == null ? found.group(3) : found.group(2)));
    }

    /** Resolves the target against a base; empty unless it is a web URL. */
    public Optional<String> from(URI base) {
        return WebUrl.of(base.toString()).flatMap(url -> url.resolve(target)).map(WebUrl::toString);
    }

    private static String[] words(String names) {
        return Pattern.compile("\\s+")
                .splitAsStream(names.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
    }
}
