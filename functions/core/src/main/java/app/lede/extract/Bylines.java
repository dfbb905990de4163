package app.lede.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Who wrote the article: people's names, from the place that is to be trusted most. */
final class Bylines {

    /** More different names than this are those of several articles. */
    private static final int MAX_LINKED = 4;

    private static final List<String> DECLARED = List.of(
            "author",
            "citation_author",
            "parsely-author",
            "sailthru.author",
            "byl",
            "dc.creator",
            "dcterms.creator",
            "article:author",
            "og:article:author",
            "article.author",
            "article_author",
            "twitter:creator:name");

    /** Marked up for machines; names of classes are judged where they stand, beside the headline. */
    private static final List<String> MARKED = List.of(
            "[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel=author]", ".byline-name", ".author-name");

    /** Pages about people, by the paths that content management systems give them. */
    private static final String PROFILES = Stream.of(
                    "author",
                    "authors",
                    "autor",
                    "autoren",
                    "autores",
                    "auteur",
                    "auteurs",
                    "autore",
                    "staff",
                    "writers",
                    "contributors",
                    "contributor",
                    "team",
                    "people",
                    "profile",
                    "journalist",
                    "reporter",
                    "columnists")
            .map(path -> "a[href*=/" + path + "/]")
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();

    private final LinkedData linked;
    private final MetaTags meta;
    private final Masthead masthead;
    private final Nearby nearby;

    Bylines(LinkedData linked, MetaTags meta, Masthead masthead, Nearby nearby) {
        this.linked = linked;
        this.meta = meta;
        this.masthead = masthead;
        this.nearby = nearby;
    }

    List<String> authors() {
        List<LinkedData.Name> stated = linked.names("author");
        Stream<Supplier<List<String>>> inOrderOfTrust = Stream.of(
                () -> names(stated, false),
                () -> Names.in(meta.labelled(Names::isLabel)),
                this::declared,
                this::marked,
                () -> Names.in(masthead.bylines()),
                this::profiles,
                () -> Names.in(masthead.named()),
                () -> names(stated, true));
        return inOrderOfTrust
                .map(Supplier::get)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> names(List<LinkedData.Name> stated, boolean organisations) {
        return Names.in(stated.stream()
                .filter(name -> name.organisation() == organisations)
                .map(LinkedData.Name::name)
                .toList());
    }

    private List<String> declared() {
        return DECLARED.stream()
                .map(name -> Names.in(meta.all(name)))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> marked() {
        return MARKED.stream()
                .map(selector -> Names.in(texts(nearby.all(selector))))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> profiles() {
        List<String> names = Names.in(texts(nearby.closest(PROFILES)));
        return names.size() <= MAX_LINKED ? names : List.of();
    }

    private static List<String> texts(List<Element> elements) {
        List<String> texts = new ArrayList<>();
        for (Element element : elements) {
            texts.add(element.hasAttr("content") ? element.attr("content") : element.text());
        }
        return texts;
    }
}
