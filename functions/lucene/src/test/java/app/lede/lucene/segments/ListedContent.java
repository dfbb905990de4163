package app.lede.lucene.segments;

import app.lede.article.ArticleId;
import app.lede.search.Counts;
import app.lede.search.Criteria;
import app.lede.search.Facet;
import app.lede.search.Hit;
import app.lede.search.Hits;
import app.lede.search.Passage;
import app.lede.search.Search;
import app.lede.search.SearchDocument;
import app.lede.search.query.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Finds every article, whatever is asked; the key of a hit is the article's headline. */
final class ListedContent implements Content {

    @Override
    public IndexWriterConfig settings() {
        return new IndexWriterConfig(new StandardAnalyzer())
                .setIndexSort(new Sort(LongField.newSortField("published", true, SortedNumericSelector.Type.MAX)));
    }

    @Override
    public Document document(SearchDocument article) {
        Document document = new Document();
        document.add(new StoredField("id", article.id().value()));
        document.add(new StoredField("headline", String.valueOf(article.headline())));
        document.add(new LongField("published", article.published().toEpochMilli(), Field.Store.NO));
        document.add(new TextField("text", article.text(), Field.Store.NO));
        return document;
    }

    @Override
    public Hits search(IndexReader reader, Search search) throws IOException {
        List<Hit> hits = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            for (int i = 0; i < leaf.reader().maxDoc(); i++) {
                if (live == null || live.get(i)) {
                    Document document = leaf.reader().storedFields().document(i);
                    hits.add(new Hit(new ArticleId(document.get("id")), document.get("headline")));
                }
            }
        }
        return new Hits(hits, false);
    }

    @Override
    public Counts counts(IndexReader reader, Criteria criteria, Facet facet) {
        return new Counts(reader.numDocs(), List.of(), true);
    }

    @Override
    public Optional<Passage> passage(Query query, @Nullable String language, String text) {
        return Optional.empty();
    }
}
