package app.lede.lucene.segments;

import app.lede.search.Counts;
import app.lede.search.Criteria;
import app.lede.search.Facet;
import app.lede.search.Hits;
import app.lede.search.Passage;
import app.lede.search.Search;
import app.lede.search.SearchDocument;
import app.lede.search.query.Query;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriterConfig;
import org.jspecify.annotations.Nullable;

/** Fields of a segment's documents, and searches over them. Thread safe. */
public interface Content {

    /** Creates the settings of one writer: analysis and index sort. */
    IndexWriterConfig settings();

    /** Builds the document of an article; names that begin with an underscore are reserved. */
    Document document(SearchDocument article);

    Hits search(IndexReader reader, Search search) throws IOException;

    Counts counts(IndexReader reader, Criteria criteria, Facet facet) throws IOException;

    Optional<Passage> passage(Query query, @Nullable String language, String text);
}
