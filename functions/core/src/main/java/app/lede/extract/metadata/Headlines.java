package app.lede.extract.metadata;

import app.lede.extract.page.NameTokens;
import app.lede.extract.page.PageElements;
import app.lede.extract.page.Passage;
import app.lede.extract.page.PassageReader;
import app.lede.extract.page.Region;
import app.lede.extract.script.LinkedData;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article's headline: the title on which h1, JSON-LD, Open Graph and the page title agree, without the site's
 * name.
 */
final class Headlines {

    private static final int MAX_HEADINGS = 20;

    /** Maximum length of a heading, in UTF-16 units; a longer one is a paragraph. */
    private static final int MAX_HEADING = 220;

    /** Minimum characters of a shared beginning or end of titles; shorter ones match by chance. */
    private static final int MIN_SHARED = 12;

    /** Minimum share of a declared title's words in a heading; below it the heading is the section's. */
    private static final double RELATED = 0.2;

    /** Minimum words of a paragraph of the text; a heading below one is of a section. */
    private static final int PARAGRAPH_WORDS = 40;

    private static final int ELSEWHERE = Region.NAV.mask()
            | Region.HEADER.mask()
            | Region.ASIDE.mask()
            | Region.DIALOG.mask()
            | Region.HIDDEN.mask()
            | Region.CONSENT.mask()
            | Region.UNSEEN.mask();

    /** Words in the class names of a topic above a headline, in the languages of those who write them. */
    private static final Set<String> KICKERS = Set.of(
            "kicker",
            "eyebrow",
            "overline",
            "overtitle",
            "rubric",
            "label",
            "category",
            "section",
            "tag",
            "topic",
            "dachzeile",
            "spitzmarke",
            "surtitre",
            "antetitulo",
            "volanta",
            "occhiello",
            "chapeu",
            "vignette");

    private static final Pattern BEHIND_KICKER = Pattern.compile("^\\s*(?:[-–—|:·•/]\\s+)?");

    /** Words of a headline below which what precedes them is part of it. */
    private static final int MIN_WORDS = 3;

    private static final Pattern BEFORE_HEADLINE = Pattern.compile("[^\\p{L}\\p{N}\\s]\\s*$");

    /** Matches the end of a topic in front of a headline. */
    private static final Pattern TOPIC_END = Pattern.compile(":\\s+|\\s[-–—|]\\s+");

    private final PageElements page;
    private final List<Passage> passages;
    private final LinkedData linked;
    private final MetaTags meta;
    private final SiteNames site;

    Headlines(PageElements page, List<Passage> passages, LinkedData linked, MetaTags meta, SiteNames site) {
        this.page = page;
        this.passages = passages;
        this.linked = linked;
        this.meta = meta;
        this.site = site;
    }

    record Choice(@Nullable String headline, @Nullable String alternative) {}

    private record Title(String text, String key) {

        static Title of(String text) {
            return new Title(text, Words.key(text));
        }

        boolean sameAs(Title other) {
            return key.equals(other.key);
        }

        boolean beginsWith(Title other) {
            return other.key.length() > MIN_SHARED && key.startsWith(other.key);
        }

        /** Tests for a short topic, a colon or dash, and the other title. */
        boolean isTopicAnd(Title other) {
            int topic = text.length() - other.text.length();
            return other.key.length() > MIN_SHARED
                    && text.endsWith(other.text)
                    && BEFORE_HEADLINE.matcher(text.substring(0, topic)).find();
        }

        /** Tests for the beginning of another title, cut off within a sentence: by a limit of characters. */
        boolean isCutFrom(Title other) {
            String rest = other.text.startsWith(text)
                    ? other.text.substring(text.length()).strip()
                    : "";
            return key.length() > MIN_SHARED && !rest.isEmpty() && Character.isLetterOrDigit(rest.codePointAt(0));
        }

        /** Returns the share of the other title's words contained in this one. */
        double shared(Title other) {
            Set<String> words = Set.copyOf(Arrays.asList(key.split(" ")));
            String[] others = other.key.split(" ");
            return (double) Stream.of(others).filter(words::contains).count() / others.length;
        }
    }

    Choice choose() {
        List<Title> shown = headings();
        List<Title> stated = titles(linked.text("headline"), shown);
        List<Title> social = titles(meta.first("og:title", "twitter:title"), shown);
        List<Title> declared = new ArrayList<>(stated);
        declared.addAll(social);
        declared.addAll(titles(Optional.of(Words.line(page.dom().title())), shown));
        List<Title> all = new ArrayList<>(declared);
        all.addAll(shown);
        Optional<Title> chosen = linked.isNews() && !stated.isEmpty()
                ? Optional.of(newsrooms(stated.getFirst(), social, shown))
                : agreed(shown, declared);
        return chosen.map(title -> withoutKicker(title, social))
                .map(title -> new Choice(title.text(), alternative(title, all)))
                .orElse(new Choice(null, null));
    }

    /**
     * Returns a news site's headline: the stated one if a heading shows it; else the article's name if it equals the
     * social title, since the stated one was then written for search engines; else the stated one.
     */
    private Title newsrooms(Title stated, List<Title> social, List<Title> shown) {
        if (shown.stream().anyMatch(stated::sameAs)) {
            return stated;
        }
        return titles(linked.text("name"), shown).stream()
                .filter(name -> social.stream().anyMatch(name::sameAs))
                .findFirst()
                .orElse(stated);
    }

    private Optional<Title> agreed(List<Title> shown, List<Title> declared) {
        return shown.stream()
                .filter(heading -> declared.stream().anyMatch(heading::sameAs))
                .findFirst()
                .or(() -> shown.stream()
                        .filter(heading -> declared.stream().anyMatch(title -> title.beginsWith(heading)))
                        .findFirst())
                .or(() -> shown.stream()
                        .filter(heading -> declared.stream().anyMatch(title -> title.isTopicAnd(heading)))
                        .findFirst())
                .or(() -> onlyRelated(shown, declared))
                .or(() -> declared.stream().findFirst().map(title -> whole(title, declared)))
                .or(() -> shown.stream().findFirst());
    }

    /**
     * Returns the only heading about what metadata says, which may be shown twice, if it stands above the text and
     * before all others.
     */
    private Optional<Title> onlyRelated(List<Title> shown, List<Title> declared) {
        return shown.stream()
                .limit(1)
                .filter(heading -> shown.stream()
                        .allMatch(other -> heading.sameAs(other) || !(declared.isEmpty() || isAbout(other, declared))))
                .filter(heading -> isRelated(heading, declared) && !isInText(heading))
                .findFirst();
    }

    /** Tests whether a paragraph stands above a heading that the page shows. */
    private boolean isInText(Title heading) {
        boolean text = false;
        for (Passage passage : passages) {
            if (passage.isHeading() && passage.key().contains(heading.key())) {
                return text;
            }
            text |= passage.words() > PARAGRAPH_WORDS && (passage.frame().regions() & ELSEWHERE) == 0;
        }
        return false;
    }

    /** Returns the title of which another is the beginning only. */
    private static Title whole(Title title, List<Title> declared) {
        return declared.stream().filter(title::isCutFrom).findFirst().orElse(title);
    }

    private static boolean isRelated(Title heading, List<Title> declared) {
        return declared.isEmpty() || declared.stream().anyMatch(title -> heading.shared(title) >= RELATED);
    }

    /** Tests whether a heading has any word of a declared title. */
    private static boolean isAbout(Title heading, List<Title> declared) {
        return declared.stream().anyMatch(title -> heading.shared(title) > 0);
    }

    /** Removes a topic in front of a headline if the headline occurs without it elsewhere. */
    private static Title withoutKicker(Title title, List<Title> social) {
        return social.stream()
                .filter(title::isTopicAnd)
                .findFirst()
                .or(() -> behindTopics(title, social))
                .orElse(title);
    }

    /** Returns what a title and the social one share behind different topics. */
    private static Optional<Title> behindTopics(Title title, List<Title> social) {
        Matcher topic = TOPIC_END.matcher(title.text());
        if (!topic.find()) {
            return Optional.empty();
        }
        Title rest = Title.of(title.text().substring(topic.end()));
        Title before = Title.of(title.text().substring(0, topic.start()));
        boolean shared =
                social.stream().filter(other -> other.isTopicAnd(rest)).anyMatch(other -> other.shared(before) == 0);
        return shared ? Optional.of(rest) : Optional.empty();
    }

    private static @Nullable String alternative(Title chosen, List<Title> all) {
        return all.stream()
                .filter(title -> !title.sameAs(chosen) && !title.key().isEmpty())
                .map(Title::text)
                .findFirst()
                .orElse(null);
    }

    private List<Title> headings() {
        return page.named("h1").stream()
                .limit(MAX_HEADINGS)
                .map(h1 -> unescaped(Words.line(withoutKicker(h1))))
                .filter(text -> !text.isEmpty() && text.length() <= MAX_HEADING && !site.isName(text))
                .map(text -> Title.of(site.without(text, part -> false)))
                .filter(heading -> !isSiteBesideHeadline(heading))
                .toList();
    }

    /** Returns a heading's text without the topic that some sites put into the element, in an element of its own. */
    private String withoutKicker(Element h1) {
        String whole = PassageReader.line(h1);
        Element first = h1.firstElementChild();
        boolean kicks = first != null
                && first.nextElementSibling() != null
                && !runsOn(first.nextSibling())
                && NameTokens.of(first).stream().anyMatch(KICKERS::contains);
        if (first == null || !kicks) {
            return whole;
        }
        String kicker = PassageReader.line(first);
        String rest = whole.startsWith(kicker)
                ? BEHIND_KICKER
                        .matcher(whole.substring(kicker.length()))
                        .replaceFirst("")
                        .strip()
                : whole;
        boolean begins = !rest.isEmpty() && !Character.isLowerCase(rest.codePointAt(0));
        return begins && Words.count(rest) >= MIN_WORDS && !isStated(whole) ? rest : whole;
    }

    /** Tests for words that go on behind an element; marks and spaces set a topic apart. */
    private static boolean runsOn(@Nullable Node next) {
        return next instanceof TextNode text && text.text().chars().anyMatch(Character::isLetterOrDigit);
    }

    /** Tests whether metadata has a title as a whole. */
    private boolean isStated(String title) {
        String key = Words.key(title);
        return Stream.of(Optional.of(page.dom().title()), meta.first("og:title"), linked.text("headline"))
                .flatMap(Optional::stream)
                .anyMatch(stated -> Words.key(stated).contains(key));
    }

    /** Tests whether the page's title is this and the social title: "The Courier: Quay to be rebuilt" for "Quay to be rebuilt". */
    private boolean isSiteBesideHeadline(Title heading) {
        String title = Words.key(page.dom().title());
        return meta.first("og:title")
                .map(Words::key)
                .filter(social -> social.length() > heading.key().length())
                .filter(social ->
                        title.equals(heading.key() + " " + social) || title.equals(social + " " + heading.key()))
                .isPresent();
    }

    /** Resolves entities that a template escaped once too often: "And finally&#8230;". */
    private static String unescaped(String title) {
        return title.indexOf('&') < 0 ? title : Parser.unescapeEntities(title, false);
    }

    private List<Title> titles(Optional<String> text, List<Title> shown) {
        return text
                .map(Headlines::unescaped)
                .map(title -> site.without(title, part -> shown.stream().anyMatch(Title.of(part)::sameAs)))
                .filter(title -> !title.isEmpty())
                .map(Title::of)
                .stream()
                .toList();
    }
}
