package app.lede.lucene;

import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import app.lede.search.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * A word or phrase as one chain analyses it: terms to stand side by side, each with its alternatives, the last of which may be
 * the beginning of a word only.
 *
 * @param words alternatives by place; without gaps, since no word is stopped
 * @param prefix beginning of a word that stands at the place of the last of {@code words}, as another alternative; empty if
 *     the last word is whole
 * @param chain that made the terms
 */
record Sought(List<List<String>> words, String prefix, Chain chain) {

    /** Analyses a term; empty if no analysis keeps it, such as a lone sign. */
    static Optional<Sought> of(Query term, Analyzers analyzers, Chain chain) {
        return switch (term) {
            case Query.Word word -> of(analyzers.sought(chain, word.text()), chain, "");
            case Query.Phrase phrase -> of(analyzers.sought(chain, phrase.text()), chain, "");
            case Query.Prefix prefix -> {
                List<Analyzers.Term> folded = analyzers.folded(chain, prefix.text());
                yield folded.isEmpty()
                        ? Optional.empty()
                        : of(
                                analyzers.sought(chain, prefix.text()),
                                chain,
                                folded.getLast().text());
            }
            case Query.Field q -> throw new IllegalStateException("not a term: " + q);
            case Query.And q -> throw new IllegalStateException("not a term: " + q);
            case Query.Or q -> throw new IllegalStateException("not a term: " + q);
            case Query.Not q -> throw new IllegalStateException("not a term: " + q);
        };
    }

    private static Optional<Sought> of(List<Analyzers.Term> terms, Chain chain, String prefix) {
        List<List<String>> words = new ArrayList<>();
        int position = -1;
        for (Analyzers.Term term : terms) {
            if (term.position() > position) {
                words.add(new ArrayList<>());
                position = term.position();
            }
            List<String> alternatives = words.getLast();
            if (chain == Chain.CJK && !alternatives.isEmpty() && prefix.isEmpty()) {
                // A character and the pair it begins: the pair implies the character, and is the rarer.
                alternatives.removeIf(other -> other.length() < term.text().length());
            }
            alternatives.add(term.text());
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new Sought(words, prefix, chain));
    }

    /** Returns the query for a field. */
    org.apache.lucene.search.Query query(String field) {
        if (prefix.isEmpty()) {
            return words.size() == 1 ? word(field, words.getFirst()) : phrase(field);
        }
        BooleanQuery.Builder last = new BooleanQuery.Builder()
                .add(new PrefixQuery(term(field, prefix)), Occur.SHOULD)
                .add(word(field, words.getLast()), Occur.SHOULD);
        if (words.size() == 1) {
            return last.build();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(last.build(), Occur.MUST);
        all.add(new Sought(words.subList(0, words.size() - 1), "", chain).query(field), Occur.MUST);
        return all.build();
    }

    private org.apache.lucene.search.Query word(String field, List<String> alternatives) {
        if (alternatives.size() == 1) {
            return new TermQuery(term(field, alternatives.getFirst()));
        }
        SynonymQuery.Builder any = new SynonymQuery.Builder(field);
        alternatives.forEach(alternative -> any.addTerm(term(field, alternative)));
        return any.build();
    }

    private org.apache.lucene.search.Query phrase(String field) {
        if (words.stream().allMatch(alternatives -> alternatives.size() == 1)) {
            PhraseQuery.Builder phrase = new PhraseQuery.Builder();
            words.forEach(alternatives -> phrase.add(term(field, alternatives.getFirst())));
            return phrase.build();
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        words.forEach(alternatives ->
                phrase.add(alternatives.stream().map(text -> term(field, text)).toArray(Term[]::new)));
        return phrase.build();
    }

    private Term term(String field, String text) {
        return new Term(field, chain.marker() + text);
    }
}
