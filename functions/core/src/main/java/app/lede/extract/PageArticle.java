package app.lede.extract;

import static java.util.Objects.requireNonNull;

import app.lede.article.AccessFinding;
import app.lede.article.Block;
import app.lede.document.Reading.Page;
import app.lede.document.Reading.Problem;
import app.lede.extract.clean.BodyCleaning;
import app.lede.extract.clean.PassageFates;
import app.lede.extract.clean.PassageFates.Fate;
import app.lede.extract.clean.PassageFates.Fated;
import app.lede.extract.clean.Signposts;
import app.lede.extract.metadata.DateFinder;
import app.lede.extract.metadata.Declared;
import app.lede.extract.metadata.Envelope;
import app.lede.extract.metadata.MetadataReader;
import app.lede.extract.page.Brief;
import app.lede.extract.page.PageElements;
import app.lede.extract.page.Passage;
import app.lede.extract.page.PassageReader;
import app.lede.extract.page.PassageReader.Passages;
import app.lede.extract.page.Prose;
import app.lede.extract.page.Region;
import app.lede.extract.score.BodySelection;
import app.lede.extract.score.BodySelection.Choice;
import app.lede.extract.score.PageContext;
import app.lede.extract.script.LinkedData;
import app.lede.extract.script.ProgramData;
import app.lede.extract.script.ScriptText;
import app.lede.extract.trace.Evidence;
import app.lede.extract.trace.Trace;
import app.lede.extract.verdict.NoArticle;
import app.lede.extract.verdict.PageVerdict;
import app.lede.extract.verdict.Walls;
import app.lede.fetch.WrappedLink;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Extracts the article of an HTML page: metadata, passages, selection, cleaning. */
final class PageArticle {

    /** Minimum words of a body claimed in structured data; shorter ones are as likely descriptions. */
    private static final int MIN_CLAIMED_WORDS = 80;

    /** The same on a page that shows no text at all. */
    private static final int MIN_ONLY_WORDS = 15;

    /** Length ratio above which a claimed body is the text and the visible page only a teaser. */
    private static final double SCRIPT_ONLY = 2;

    /** Words of visible prose above which the page is server-rendered, and its embedded data is not read. */
    private static final int TEASER_WORDS = 120;

    /** Confidence in text taken from scripts, which the visible page hardly confirms. */
    private static final double SCRIPT_CONFIDENCE = 0.7;

    /** Words up to which a body may lack sentences, since a page of so few gives the scores little to go by. */
    private static final int BRIEF_WORDS = 30;

    private static final int MAX_RELATED = 50;

    private final Trace.Log log = new Trace.Log();
    private final @Nullable String url;
    private final LinkedData linked;
    private final Document dom;
    private Declared declared;
    private final PageContext page;
    private final Set<String> related = new LinkedHashSet<>();
    private final IdentityHashMap<Passage, Evidence> evidences = new IdentityHashMap<>();
    private double confidence;
    private int leftOut;

    private PageArticle(Page read, @Nullable String url, DateFinder dates) {
        this.url = url;
        dom = read.dom();
        Passages passages = PassageReader.read(dom);
        PageElements elements = PageElements.of(dom);
        linked = LinkedData.of(elements);
        declared = Envelope.around(
                new MetadataReader(elements, linked, passages.list(), dates, url).read(), read.about(), log);
        page = new PageContext(passages, declared, linked.body());
        if (passages.unseen() > 0) {
            log.note("unseen: " + passages.unseen()
                    + " elements that only screen readers get, or that show upon a touch");
        }
    }

    static Extraction of(
            Page page,
            @Nullable String url,
            DateFinder dates,
            BodySelection selection,
            Signposts signposts,
            BodyCleaning cleaning,
            PageVerdict verdicts,
            Walls walls) {
        return new PageArticle(page, url, dates).extract(selection, signposts, cleaning, verdicts, walls);
    }

    private Extraction extract(
            BodySelection selection, Signposts signposts, BodyCleaning cleaning, PageVerdict verdicts, Walls walls) {
        List<Passage> kept = shown(selection.choose(page), signposts);
        List<Passage> whole = orBrief(cleaning.clean(orFromScript(orAllProse(kept)), declared, log), cleaning);
        Optional<NoArticle> verdict = confidence == SCRIPT_CONFIDENCE
                ? Optional.empty()
                : verdicts.of(dom.title(), declared.article(), page.passages(), whole);
        if (verdict.isPresent()) {
            return new Extraction.Nothing(
                    Problem.EMPTY,
                    "no article: " + verdict.get().reason(),
                    verdict.get().access());
        }
        List<Passage> body = verdicts.withoutOffer(whole);
        whole.subList(body.size(), whole.size()).forEach(passage -> log.drop(passage.text(), "offer"));
        for (Passage passage : body) {
            Evidence evidence = evidences.get(passage);
            if (evidence != null) {
                log.keep(passage.text(), evidence);
            }
        }
        List<Block> blocks =
                body.stream().map(p -> new Block(p.kind(), p.text())).toList();
        boolean offered = body.size() < whole.size();
        AccessFinding access = confidence == SCRIPT_CONFIDENCE
                ? AccessFinding.OPEN
                : walls.of(dom, linked, declared.article(), page.passages(), body, offered);
        Extraction article = ArticleExtractor.assemble(declared, blocks, List.copyOf(related), confidence, log);
        return article instanceof Extracted extracted ? extracted.withAccess(access) : article;
    }

    private List<Passage> shown(List<Choice> choices, Signposts signposts) {
        List<Passage> kept = new ArrayList<>();
        double sure = 0;
        double words = 0;
        for (Fated fated : PassageFates.of(page, choices, signposts)) {
            Passage passage = fated.choice().passage();
            Evidence evidence = fated.choice().evidence();
            if (fated.fate() == Fate.KEPT) {
                kept.add(passage);
                evidences.put(passage, evidence);
                sure += passage.words() * evidence.probability();
                words += passage.words();
            } else {
                leftOut += fated.choice().kept() ? passage.words() : 0;
                drop(fated);
            }
        }
        confidence = words == 0 ? 0 : Evidence.rounded(sure / words);
        return kept;
    }

    private void drop(Fated fated) {
        Passage passage = fated.choice().passage();
        boolean chrome = passage.frame().in(Region.NAV) || passage.frame().in(Region.FOOTER);
        String link = fated.fate() == Fate.POINTER && !chrome ? passage.link() : null;
        boolean leads = link != null && leadsElsewhere(link);
        if (leads && related.size() < MAX_RELATED) {
            related.add(WrappedLink.unwrapped(requireNonNull(link)));
        }
        boolean title = fated.fate() == Fate.POINTER && !fated.choice().kept() && !leads;
        boolean unlikely = fated.fate() == Fate.UNLIKELY || title;
        String reason = !unlikely ? fated.fate().reason() : chrome ? "navigation" : Fate.UNLIKELY.reason();
        log.drop(passage.text(), reason, fated.choice().evidence());
    }

    private boolean leadsElsewhere(String link) {
        return link.startsWith("http") && !link.equals(url) && !link.equals(declared.url());
    }

    /** Falls back to all prose in one place if no passage is selected. */
    private List<Passage> orAllProse(List<Passage> kept) {
        if (!kept.isEmpty()) {
            return kept;
        }
        List<Passage> prose = page.passages().stream()
                .filter(passage -> Prose.words(passage) > 0 && page.isInContainer(passage))
                .toList();
        log.note("body: no passage scored as article, all prose of one element taken");
        return prose;
    }

    /** Adds the sentences below the headline if hardly any text is left: a brief is too short to score all of them. */
    private List<Passage> orBrief(List<Passage> clean, BodyCleaning cleaning) {
        int words = clean.stream().mapToInt(Passage::words).sum();
        if (words > BRIEF_WORDS || confidence == SCRIPT_CONFIDENCE) {
            return clean;
        }
        List<Passage> told = Brief.among(page.passages(), page.headlineAt(), clean);
        if (told.size() == clean.size()) {
            return clean;
        }
        log.note("body: hardly any prose, the sentences below the headline taken");
        return cleaning.clean(told, declared, log);
    }

    private List<Passage> orFromScript(List<Passage> shown) {
        int shownWords = shown.stream().mapToInt(Passage::words).sum();
        // Counts what the rules left out as visible: a fact box is no reason to distrust the page.
        return fromLinkedData(shownWords + leftOut)
                .or(() -> fromProgramData(shownWords))
                .map(claimed -> {
                    confidence = SCRIPT_CONFIDENCE;
                    return claimed;
                })
                .orElse(shown);
    }

    private Optional<List<Passage>> fromLinkedData(int shownWords) {
        boolean told = linked.article().path("articleBody").isTextual();
        String claimed = told ? linked.article().path("articleBody").textValue() : linked.body();
        int claimedWords = Words.count(claimed);
        int least = shownWords == 0 ? MIN_ONLY_WORDS : MIN_CLAIMED_WORDS;
        boolean live = !told && shownWords > TEASER_WORDS;
        if (live || claimedWords < least || claimedWords < SCRIPT_ONLY * shownWords) {
            return Optional.empty();
        }
        log.note("body: from JSON-LD, the page shows " + shownWords + " of its " + claimedWords + " words");
        return Optional.of(ScriptText.passages(claimed));
    }

    private Optional<List<Passage>> fromProgramData(int shownWords) {
        if (shownWords > TEASER_WORDS || declared.headline() == null) {
            return Optional.empty();
        }
        return ProgramData.story(dom, declared.headline())
                .filter(story -> story.words() >= SCRIPT_ONLY * shownWords)
                .map(story -> {
                    declared = Declared.headline(story.headline()).orElse(declared);
                    log.note("body: from the page's program, the page shows " + shownWords + " of its " + story.words()
                            + " words");
                    return story.text();
                });
    }
}
