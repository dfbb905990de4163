package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.json.Json;
import app.lede.search.Passage;
import app.lede.search.SearchIndex;
import app.lede.search.query.Query;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds in the texts of a page's articles the passages that answer its query best. Thread safe. */
final class Passages {

    /** Words of the texts that are in memory at once, a few megabytes; a longer text is alone. */
    private static final int AT_ONCE = 300_000;

    /** Words of the texts of one page; articles beyond have no passage, so that the answer is in time. */
    private static final int AT_MOST = 3_000_000;

    private final ArticleTexts texts;
    private final SearchIndex search;

    Passages(ArticleTexts texts, SearchIndex search) {
        this.texts = texts;
        this.search = search;
    }

    /** Returns the passages of articles in which a word of the query stands in the text. */
    Map<ArticleId, ObjectNode> of(Query query, List<Article> articles) {
        Map<ArticleId, ObjectNode> passages = new HashMap<>();
        List<Article> batch = new ArrayList<>();
        int words = 0;
        int all = 0;
        for (Article article : articles) {
            int more = article.metadata().wordCount();
            if (words + more > AT_ONCE) {
                addAll(passages, query, batch);
                batch.clear();
                words = 0;
            }
            words += more;
            all += more;
            if (all > AT_MOST) {
                break;
            }
            batch.add(article);
        }
        addAll(passages, query, batch);
        return passages;
    }

    private void addAll(Map<ArticleId, ObjectNode> passages, Query query, List<Article> articles) {
        Map<ArticleId, String> languages = new HashMap<>();
        articles.stream()
                .filter(article -> article.language() != null)
                .forEach(article -> languages.put(article.id(), article.language()));
        for (ParsedArticle parsed :
                texts.getAll(articles.stream().map(Article::textKey).toList()).values()) {
            String text = parsed.text();
            search.passage(query, languages.get(parsed.id()), text)
                    .ifPresent(passage -> passages.put(parsed.id(), json(passage, text)));
        }
    }

    private static ObjectNode json(Passage passage, String text) {
        int start = text.offsetByCodePoints(0, passage.span().start());
        int end = text.offsetByCodePoints(
                start, passage.span().end() - passage.span().start());
        ObjectNode json = Json.object()
                .put("text", text.substring(start, end))
                .put("start", passage.span().start())
                .put("end", passage.span().end());
        ArrayNode marks = json.putArray("marks");
        passage.marks()
                .forEach(mark -> marks.addObject().put("start", mark.start()).put("end", mark.end()));
        return json;
    }
}
