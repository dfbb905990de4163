package app.lede.extract.metadata;

import app.lede.extract.script.LinkedData;
import app.lede.extract.script.PersonName;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Finds the article's authors, from the most trustworthy place on the page. */
final class Bylines {

    /** Maximum number of linked names; more belong to several articles. */
    private static final int MAX_LINKED = 4;

    private static final List<String> DECLARED = List.of(
            "author",
            "citation_author",
            "citation_authors",
            "parsely-author",
            "sailthru.author",
            "byl",
            "byline",
            "dc.creator",
            "dcterms.creator",
            "creator",
            "article:author",
            "article:author_name",
            "og:article:author",
            "og:author",
            "article:byline",
            "cXenseParse:author",
            "twitter:creator:name");

    /** Fields of library catalogues, which put the surname first. */
    private static final Set<String> CATALOGUED = Set.of("citation_author", "citation_authors");

    private static final Marks LINKED = Marks.link("a[rel=author]");

    /** Machine-readable markup; class names are judged by their distance to the headline. */
    private static final List<Marks> MARKED = List.of(
            Marks.stated("[itemprop=name]").within("[itemprop=author]"),
            Marks.stated("[itemprop=author]"),
            Marks.stated("[property$=name]")
                    .within("[property$=author], [rel~=has_creator]")
                    .ofArticle(),
            Marks.stated("[property=author], [property=schema:author]").ofArticle(),
            LINKED,
            Marks.classed(".byline-name"),
            Marks.classed(".author-name"));

    /** Paths of author pages in common content management systems. */
    private static final Marks PROFILES = Marks.addressContaining(
            "/author/",
            "/authors/",
            "/autor/",
            "/autoren/",
            "/autores/",
            "/auteur/",
            "/auteurs/",
            "/autore/",
            "/staff/",
            "/writers/",
            "/contributors/",
            "/contributor/",
            "/team/",
            "/people/",
            "/profile/",
            "/journalist/",
            "/reporter/",
            "/columnists/");

    /** Elements whose class names suggest a byline; only personal names are taken from them. */
    private static final Marks CLASSED = Marks.classContaining(
            "byline", "author-name", "author_name", "author__name", "authorname", "article-author", "post-author");

    /** The name in a card of the author's. */
    private static final Marks CARD =
            Marks.classed(".fn").within(".author, .byline").ofArticle();

    /** Elements of which the class is nothing but the word. */
    private static final Marks NAMED =
            Marks.classed(".author, .authors, .autor, .auteur, .autore").ofArticle();

    private final LinkedData linked;
    private final MetaTags meta;
    private final Masthead masthead;
    private final Nearby nearby;
    private final SiteNames site;

    Bylines(LinkedData linked, MetaTags meta, Masthead masthead, Nearby nearby, SiteNames site) {
        this.linked = linked;
        this.meta = meta;
        this.masthead = masthead;
        this.nearby = nearby;
        this.site = site;
    }

    /**
     * Returns the names from the first place that has any. If that is the site itself, a "By …" line below the headline
     * is preferred.
     */
    List<String> authors() {
        List<LinkedData.Name> stated =
                linked.names("author").isEmpty() ? linked.names("creator") : linked.names("author");
        Stream<Supplier<List<String>>> inOrderOfTrust = Stream.of(
                () -> stated(stated),
                () -> Names.in(meta.labelled(Names::isLabel)),
                this::declared,
                this::marked,
                () -> Names.in(masthead.bylines()),
                this::profiles,
                this::classed,
                () -> Names.in(masthead.laterBylines()),
                () -> Names.in(masthead.named()),
                () -> names(stated, true),
                () -> people(masthead.besideDate()));
        List<String> first = inOrderOfTrust
                .map(Supplier::get)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
        List<String> shown = people(masthead.bylines());
        List<String> named =
                first.stream().allMatch(this::isStaff) ? withoutSites(people(meta.all("author"))) : List.of();
        if (!named.isEmpty()) {
            return named;
        }
        if (first.stream().noneMatch(this::signs) && first.stream().allMatch(site::isOfSite)) {
            return Stream.<Supplier<List<String>>>of(() -> shown, this::signed)
                    .map(Supplier::get)
                    .filter(names -> !names.isEmpty())
                    .findFirst()
                    .orElse(first);
        }
        List<String> line = people(masthead.bylines().stream().limit(1).toList());
        boolean better =
                isPartOf(first, line) || (!line.isEmpty() && first.stream().noneMatch(masthead::shows));
        List<String> marked = better
                ? line
                : people(nearby.closest(LINKED).stream().map(Element::text).toList());
        return withoutSite(better || isPartOf(first, marked) ? marked : first);
    }

    /** Returns the people whom JSON-LD names, and an organisation beside what is no person: an agency and "Newsroom". */
    private static List<String> stated(List<LinkedData.Name> stated) {
        List<String> people = names(stated, false);
        return people.isEmpty() || people.stream().anyMatch(Names::isPerson)
                ? people
                : Names.in(stated.stream().map(LinkedData.Name::name).toList());
    }

    /** Tests for a staff or the site; a name of one word, of many or in small letters may be a person's. */
    private boolean isStaff(String name) {
        return Names.isRole(name) || (site.isOfSite(name) && !signs(name));
    }

    /** Tests for a person; a site may have a person's name or look like one, and then a byline tells. */
    private boolean signs(String name) {
        String key = Words.key(name);
        return Names.isPerson(name)
                && (!site.isName(name)
                        || masthead.bylines().stream()
                                .anyMatch(line -> Words.key(line).contains(key)));
    }

    /** Tests whether a byline names more people than the page declares, those included. */
    private static boolean isPartOf(List<String> names, List<String> shown) {
        return names.size() < shown.size() && keys(shown).containsAll(keys(names));
    }

    private static Set<String> keys(List<String> names) {
        return names.stream().map(Words::key).collect(Collectors.toSet());
    }

    /** Leaves out the site's own name beside a person's. */
    private List<String> withoutSite(List<String> names) {
        boolean signed = names.stream().anyMatch(name -> Names.isPerson(name) && !site.isName(name));
        return signed ? names.stream().filter(name -> !site.isName(name)).toList() : names;
    }

    private List<String> withoutSites(List<String> names) {
        return names.stream().filter(name -> !site.isOfSite(name)).toList();
    }

    private List<String> signed() {
        Set<String> topics = Stream.concat(
                        linked.names("keywords").stream().map(LinkedData.Name::name),
                        Stream.concat(
                                linked.text("articleSection").stream(),
                                meta.all("article:section", "article:tag").stream()))
                .map(Words::key)
                .collect(Collectors.toSet());
        SignatureLines lines = masthead.signatures();
        return Stream.<Supplier<List<String>>>of(
                        () -> withoutSites(lines.besideDate(topics)),
                        lines::credited,
                        lines::introduced,
                        () -> withoutSites(lines.atEnd()))
                .map(Supplier::get)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> classed() {
        return Stream.<Supplier<List<String>>>of(
                        () -> people(texts(nearby.closest(CLASSED))),
                        () -> people(texts(nearby.all(CLASSED).stream().limit(1).toList())),
                        () -> people(texts(nearby.closest(NAMED))))
                .map(Supplier::get)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> people(List<String> lines) {
        return Names.in(lines).stream()
                .filter(name -> Names.isPerson(name) && !Names.isBy(name.substring(0, name.indexOf(' ') + 1)))
                .toList();
    }

    private static List<String> names(List<LinkedData.Name> stated, boolean organisations) {
        return Names.in(stated.stream()
                .filter(name -> name.organisation() == organisations)
                .map(LinkedData.Name::name)
                .toList());
    }

    /** Returns the names of the first field that has any but the holder of the copyright, who is the publisher. */
    private List<String> declared() {
        String rights = " " + Words.key(String.join(" ", meta.all("copyright"))) + " ";
        List<List<String>> fields = DECLARED.stream()
                .map(name -> Names.in(CATALOGUED.contains(name) ? PersonName.inOrder(meta.all(name)) : meta.all(name)))
                .filter(names -> !names.isEmpty())
                .toList();
        return fields.stream()
                .filter(names -> names.stream().noneMatch(name -> rights.contains(" " + Words.key(name) + " ")))
                .findFirst()
                .orElse(fields.isEmpty() ? List.of() : fields.getFirst());
    }

    private List<String> marked() {
        return MARKED.stream()
                .map(marks -> Names.in(texts(nearby.all(marks))))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElseGet(() -> Names.in(texts(nearby.closest(CARD))));
    }

    private List<String> profiles() {
        List<String> names = Names.in(texts(nearby.closest(PROFILES)));
        return names.size() <= MAX_LINKED ? names : List.of();
    }

    private static List<String> texts(List<Element> elements) {
        List<String> texts = new ArrayList<>();
        for (Element element : elements) {
            texts.add(element.hasAttr("content") ? element.attr("content") : apart(element));
        }
        return texts;
    }

    /**
     * Returns an element's text with line breaks between elements, where names and roles are separated by style only.
     */
    private static String apart(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode run) {
                text.append(run.isBlank() ? " " : run.text());
            } else if (child instanceof Element inner) {
                text.append(followsElement(child) ? "\n" : "").append(apart(inner));
            }
        }
        return text.toString();
    }

    /** Tests whether only white space separates an element from the previous one. */
    private static boolean followsElement(Node child) {
        Node before = child.previousSibling();
        while (before instanceof TextNode run && run.isBlank()) {
            before = before.previousSibling();
        }
        return before instanceof Element;
    }
}
