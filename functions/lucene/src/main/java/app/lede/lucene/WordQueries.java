package app.lede.lucene;

import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import app.lede.search.Fact;
import app.lede.search.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Translates queries into Lucene's. Every word is looked for in each chain that may have been used, in the form that chain
 * gives it; since an article has the fields of one chain, words of one query never come from different analyses.
 */
final class WordQueries {

    /** A word of the headline counts this much more than one of the text. */
    private static final float HEADLINE_BOOST = 2;

    private final Analyzers analyzers;
    private final Set<Chain> chains;
    private final boolean scored;

    /**
     * Creates a translator.
     *
     * @param chains those in use
     * @param scored whether the order depends on the scores
     */
    WordQueries(Analyzers analyzers, Set<Chain> chains, boolean scored) {
        this.analyzers = analyzers;
        this.chains = chains;
        this.scored = scored;
    }

    /** Translates a query; one of signs alone, which no analysis keeps, matches nothing. */
    org.apache.lucene.search.Query translate(Query query) {
        return in(this::everywhere, query).orElseGet(() -> new MatchNoDocsQuery("no words"));
    }

    /** Translates a query whose terms are looked for in one place; empty if its words are signs that no analysis keeps. */
    private Optional<org.apache.lucene.search.Query> in(
            Function<Query, Optional<org.apache.lucene.search.Query>> place, Query query) {
        return switch (query) {
            case Query.Word word -> place.apply(word);
            case Query.Phrase phrase -> place.apply(phrase);
            case Query.Prefix prefix -> place.apply(prefix);
            case Query.Field field -> in(term -> inField(field.name(), term), field.query());
            case Query.And and -> all(place, and.queries());
            case Query.Or or -> any(or.queries().stream().map(part -> in(place, part)));
            case Query.Not not -> in(place, not.query()).map(WordQueries::allBut);
        };
    }

    private Optional<org.apache.lucene.search.Query> all(
            Function<Query, Optional<org.apache.lucene.search.Query>> place, List<Query> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int wanted = 0;
        int excluded = 0;
        for (Query part : parts) {
            boolean exclusion = part instanceof Query.Not;
            Optional<org.apache.lucene.search.Query> translated =
                    in(place, part instanceof Query.Not not ? not.query() : part);
            if (translated.isPresent()) {
                all.add(translated.get(), exclusion ? Occur.MUST_NOT : Occur.MUST);
                wanted += exclusion ? 0 : 1;
                excluded += exclusion ? 1 : 0;
            }
        }
        if (wanted == 0 && excluded > 0) {
            all.add(Live.QUERY, Occur.FILTER);
        }
        return wanted + excluded == 0 ? Optional.empty() : Optional.of(all.build());
    }

    private static org.apache.lucene.search.Query allBut(org.apache.lucene.search.Query excluded) {
        return new BooleanQuery.Builder()
                .add(Live.QUERY, Occur.FILTER)
                .add(excluded, Occur.MUST_NOT)
                .build();
    }

    private static Optional<org.apache.lucene.search.Query> any(
            Stream<Optional<org.apache.lucene.search.Query>> choices) {
        List<org.apache.lucene.search.Query> given =
                choices.flatMap(Optional::stream).toList();
        if (given.size() < 2) {
            return given.stream().findFirst();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        given.forEach(choice -> any.add(choice, Occur.SHOULD));
        return Optional.of(any.build());
    }

    private Optional<org.apache.lucene.search.Query> everywhere(Query term) {
        return any(chains.stream().map(chain -> {
            Optional<org.apache.lucene.search.Query> words = term(term, chain, IndexForm.WORDS);
            // All matches of a prefix score alike.
            return scored && !(term instanceof Query.Prefix)
                    ? any(Stream.of(
                            words,
                            term(term, chain, IndexForm.HEADLINE)
                                    .map(headline -> new BoostQuery(headline, HEADLINE_BOOST))))
                    : words;
        }));
    }

    /** Translates a phrase for {@link HeadlinesFirst}; empty for other queries. */
    Optional<HeadlinesFirst> headlinesFirst(Query query) {
        if (!(query instanceof Query.Phrase phrase)) {
            return Optional.empty();
        }
        List<org.apache.lucene.search.Query> headlines = new ArrayList<>();
        List<org.apache.lucene.search.Query> texts = new ArrayList<>();
        for (Chain chain : chains) {
            Optional<Sought> sought = Sought.of(phrase, analyzers, chain);
            sought.map(each -> each.query(IndexForm.WORDS)).ifPresent(texts::add);
            sought.map(WordQueries::inHeadline).ifPresent(headlines::add);
        }
        return any(headlines.stream().map(Optional::of)).map(any -> new HeadlinesFirst(any, texts));
    }

    /** Scores as {@link #everywhere} does; the words of a headline are among those of the article. */
    private static org.apache.lucene.search.Query inHeadline(Sought sought) {
        return new BooleanQuery.Builder()
                .add(new BoostQuery(sought.query(IndexForm.HEADLINE), HEADLINE_BOOST), Occur.MUST)
                .add(sought.query(IndexForm.WORDS), Occur.MUST)
                .build();
    }

    private Optional<org.apache.lucene.search.Query> inField(Query.Field.Name name, Query term) {
        return switch (name) {
            case HEADLINE -> any(chains.stream().map(chain -> term(term, chain, IndexForm.HEADLINE)));
            case AUTHOR -> term(term, Chain.OTHER, IndexForm.AUTHOR);
            case PUBLISHER -> term(term, Chain.OTHER, IndexForm.PUBLISHER);
            case TAG -> Optional.of(tag(term));
        };
    }

    private static org.apache.lucene.search.Query tag(Query term) {
        String field = IndexForm.fact(Fact.TAG);
        return switch (term) {
            case Query.Prefix prefix -> new PrefixQuery(new Term(field, Fact.TAG.comparable(prefix.text())));
            case Query.Word word -> new TermQuery(new Term(field, Fact.TAG.comparable(word.text())));
            case Query.Phrase phrase -> new TermQuery(new Term(field, Fact.TAG.comparable(phrase.text())));
            case Query.Field q -> throw new IllegalStateException("not a term: " + q);
            case Query.And q -> throw new IllegalStateException("not a term: " + q);
            case Query.Or q -> throw new IllegalStateException("not a term: " + q);
            case Query.Not q -> throw new IllegalStateException("not a term: " + q);
        };
    }

    private Optional<org.apache.lucene.search.Query> term(Query term, Chain chain, String field) {
        return Sought.of(term, analyzers, chain).map(sought -> sought.query(field));
    }
}
