package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.article.ParsedArticle;
import app.lede.article.Revision;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectCreated;
import app.lede.extract.ArticleExtractor;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines that a site repeats under every article are removed from the second article on, in plain text too. */
class RepetitionTest {

    private static final String LETTER = "Our morning letter brings you the news of the bay before breakfast.";

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final ParseDocument step = new ParseDocument(
            documents,
            new ArticleExtractor(),
            new InMemorySiteLines(),
            new InMemoryArticleTexts(),
            new InMemoryDocumentLog());

    private static String story(int number) {
        return "Story " + number + " tells what the council of the port decided on day " + number
                + " of the month, and why it took so long.\n\nIt also tells in paragraph " + number * 7
                + " what the fishermen of the town think of it.\n\n" + LETTER + "\n";
    }

    private ObjectCreated fetched(String host, int number) {
        String key = "web/" + Integer.toString(number).repeat(64).substring(0, 64) + "/" + host;
        documents.put(
                key,
                story(number).getBytes(StandardCharsets.UTF_8),
                "text/plain",
                FetchedFrom.page(
                        "https://" + host + "/" + number,
                        Samples.NOON.plusSeconds(number),
                        FetchedFrom.Discovery.by("source")));
        return announced(key, number);
    }

    private ObjectCreated announced(String key, int number) {
        ObjectCreated created = documents.announced(key);
        return new ObjectCreated(
                key,
                created.size(),
                created.etag(),
                created.versionId(),
                created.sequencer(),
                Samples.NOON.plusSeconds(number));
    }

    private ParsedArticle parsed(ObjectCreated created) {
        return assertInstanceOf(ParseDocument.Result.Parsed.class, step.parse(created))
                .article();
    }

    private boolean hasLetter(ObjectCreated created) {
        return parsed(created).text().contains(LETTER);
    }

    @Test
    void the_second_article_of_a_site_is_better_than_the_first() {
        assertEquals(true, hasLetter(fetched("news.example.org", 1)));
        assertEquals(false, hasLetter(fetched("news.example.org", 2)));
        assertEquals(true, hasLetter(fetched("other.example.org", 3)), "another site's lines are its own");
    }

    @Test
    void an_upload_without_an_address_is_of_no_site() {
        for (int number = 1; number <= 3; number++) {
            byte[] body = story(number).getBytes(StandardCharsets.UTF_8);
            assertEquals(true, hasLetter(documents.upload("inbox/" + number + ".txt", body, "text/plain")));
        }
    }

    @Test
    void a_document_that_comes_again_has_the_revision_it_had() {
        List<ObjectCreated> all =
                List.of(fetched("news.example.org", 1), fetched("news.example.org", 2), fetched("news.example.org", 3));
        List<ParsedArticle> first = all.stream().map(this::parsed).toList();
        assertEquals(first, all.reversed().stream().map(this::parsed).toList().reversed());
        assertEquals(first, all.stream().map(this::parsed).toList());
    }

    @Test
    void a_document_has_one_revision_whatever_neighbours_its_site_has_when_it_comes() {
        ObjectCreated third = fetched("news.example.org", 3);
        Revision alone = parsed(third).revision();
        for (List<Integer> order : List.of(List.of(1, 2), List.of(2, 1))) {
            RepetitionTest other = new RepetitionTest();
            order.forEach(number -> other.parsed(other.fetched("news.example.org", number)));
            ParsedArticle again = other.parsed(other.fetched("news.example.org", 3));
            assertEquals(false, again.text().contains(LETTER), "its neighbours show what repeats");
            assertEquals(alone, again.revision());
        }
    }
}
