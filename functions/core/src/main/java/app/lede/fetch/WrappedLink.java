package app.lede.fetch;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Unwraps links that lead through a counter or a guard to the address they carry: news alerts, social networks, mail filters,
 * newsletters ({@code https://www.google.com/url?url=https://courier.example/quay}). Never asks the network; a link whose
 * target is elsewhere than in the link stays as it is.
 *
 * <p>Known hosts are in {@code wrapped-links.tsv}; at other hosts a target is believed only in a parameter named for one, on a
 * host or path named for counting clicks. Sharing and login links, which carry addresses for other reasons, have no such name.
 *
 * <p>Thread safe; linear in the length of the link.
 */
public final class WrappedLink {

    /** Maximum number of wrappers around one link. */
    private static final int MAX_LAYERS = 4;

    private static final List<Rule> RULES = Table.lines(WrappedLink.class, "wrapped-links.tsv").stream()
            .map(Rule::of)
            .toList();

    private static final Set<String> COUNTERS = Set.of(
            "click",
            "clicks",
            "clk",
            "track",
            "tracking",
            "tracker",
            "trk",
            "redirect",
            "redir",
            "out",
            "outbound",
            "goto",
            "go",
            "exit",
            "away",
            "leave",
            "links",
            "lnk",
            "jump",
            "ct",
            "l.php",
            "redirect.php",
            "redirect.aspx",
            "go.php",
            "out.php");

    private static final List<String> TARGETS = List.of(
            "url",
            "u",
            "target",
            "dest",
            "destination",
            "redirect",
            "redirect_url",
            "redirect_uri",
            "redirecturl",
            "link",
            "to",
            "goto",
            "q",
            "r",
            "rurl",
            "targeturl",
            "out");

    /** Matches an encoded part of a path or value that may hold an address. */
    private static final Pattern BASE64 = Pattern.compile("(?<![\\w-])(?:a1)?([\\w-]{24,6000})=*(?![\\w-])");

    private static final Pattern ADDRESS = Pattern.compile("https?://[\\x21\\x23-\\x7e&&[^<>\\\\]]+");
    private static final Pattern PROOFPOINT = Pattern.compile("/v3/__(https?:/+.+?)__;.*");

    private WrappedLink() {}

    private record Rule(String host, String path, List<String> parameters) {

        static Rule of(String line) {
            List<String> columns = Table.columns(line);
            return new Rule(
                    columns.get(0), columns.get(1), Arrays.asList(columns.get(2).split(" ", -1)));
        }

        boolean covers(String name, WebUrl url) {
            return url.path().startsWith(path) && isHost(name);
        }

        private boolean isHost(String name) {
            if (host.endsWith(".*")) {
                String stem = host.substring(0, host.length() - 1);
                String suffix = name.startsWith(stem) ? name.substring(stem.length()) : "";
                return suffix.length() >= 2 && suffix.length() <= 6;
            }
            return host.startsWith(".") ? name.endsWith(host) || name.equals(host.substring(1)) : name.equals(host);
        }
    }

    /** Returns the address that a link leads to; the link itself if it carries none. */
    public static String unwrapped(String link) {
        return WebUrl.of(link)
                .map(url -> {
                    WebUrl target = target(url);
                    return target.equals(url) ? link : target.toString();
                })
                .orElse(link);
    }

    /** Returns the address that a URL leads to; the URL itself if it carries none. */
    public static WebUrl target(WebUrl url) {
        WebUrl inner = url;
        for (int layer = 0; layer < MAX_LAYERS; layer++) {
            Optional<WebUrl> next = inside(inner);
            if (next.isEmpty()) {
                return inner;
            }
            inner = next.get();
        }
        return inner;
    }

    private static Optional<WebUrl> inside(WebUrl url) {
        String host = url.host().startsWith("www.") ? url.host().substring("www.".length()) : url.host();
        return known(url, host)
                .or(() -> encoded(url, host))
                .or(() -> isCounter(url) ? counted(url, host) : Optional.empty());
    }

    private static Optional<WebUrl> known(WebUrl url, String host) {
        for (Rule rule : RULES) {
            for (String name : rule.covers(host, url) ? rule.parameters() : List.<String>of()) {
                Optional<WebUrl> target = parameter(url, name, host);
                if (target.isPresent()) {
                    return target;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<WebUrl> counted(WebUrl url, String host) {
        return TARGETS.stream()
                .flatMap(name -> parameter(url, name, host).stream())
                .filter(target -> !target.host().equals(url.host()))
                .findFirst();
    }

    private static boolean isCounter(WebUrl url) {
        String path = LowerCase.of(url.path());
        String end = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String label = url.host().substring(0, Math.max(0, url.host().indexOf('.')));
        return COUNTERS.contains(end.substring(end.lastIndexOf('/') + 1)) || COUNTERS.contains(label);
    }

    /** Returns a query parameter that holds an absolute web address. */
    private static Optional<WebUrl> parameter(WebUrl url, String name, String host) {
        String query = url.query();
        if (query == null) {
            return Optional.empty();
        }
        return Stream.of(query.replace("&amp;", "&").split("&", -1))
                .filter(pair -> pair.length() > name.length() + 1
                        && pair.charAt(name.length()) == '='
                        && pair.regionMatches(true, 0, name, 0, name.length()))
                .map(pair -> pair.substring(name.length() + 1))
                .flatMap(value -> address(host.equals("urldefense.proofpoint.com") ? unguarded(value) : value).stream())
                .findFirst();
    }

    /** Reads a value as an address: as written, percent-encoded, or as Base64. */
    private static Optional<WebUrl> address(String value) {
        String text = PercentEncoding.decode(value);
        String twice = text.startsWith("http%") || text.startsWith("https%") ? PercentEncoding.decode(text) : text;
        return twice.startsWith("http://") || twice.startsWith("https://")
                ? WebUrl.of(twice).filter(url -> url.host().indexOf('.') > 0)
                : base64(value);
    }

    /** Undoes Proofpoint's notation of percent signs and slashes. */
    private static String unguarded(String value) {
        return value.replace('-', '%').replace('_', '/');
    }

    /** Reads the address in the path of a link of Google News, Substack or Proofpoint. */
    private static Optional<WebUrl> encoded(WebUrl url, String host) {
        boolean news = host.equals("news.google.com") && url.path().contains("/articles/");
        boolean letter = host.endsWith("substack.com") && url.path().startsWith("/redirect/");
        if (news || letter) {
            return base64(url.path().substring(url.path().lastIndexOf('/') + 1));
        }
        Matcher guarded = PROOFPOINT.matcher(url.path());
        boolean proofpoint = host.equals("urldefense.com") && guarded.matches();
        return proofpoint ? WebUrl.of(PercentEncoding.decode(guarded.group(1))) : Optional.empty();
    }

    private static Optional<WebUrl> base64(String value) {
        Matcher part = BASE64.matcher(value);
        if (!part.find()) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(part.group(1)), StandardCharsets.ISO_8859_1);
            Matcher address = ADDRESS.matcher(text);
            return address.find() ? WebUrl.of(address.group()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // A name of sixty letters is no address.
        }
    }
}
