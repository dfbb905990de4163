package app.lede.opensearch;

import app.lede.json.Json;
import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import app.lede.search.Fact;
import app.lede.search.query.Query;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Translates queries into OpenSearch's: each word in every chain, analysed by the cluster as the articles were. */
final class QueryJson {

    private static final int HEADLINE_BOOST = 2;

    private final Analyzers analyzers;

    QueryJson(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /** Translates a query; one of signs alone matches nothing. */
    ObjectNode translate(Query query) {
        return in(this::everywhere, query).orElseGet(() -> clause("match_none", Json.object()));
    }

    private Optional<ObjectNode> in(Function<Query, Optional<ObjectNode>> place, Query query) {
        return switch (query) {
            case Query.Word word -> place.apply(word);
            case Query.Phrase phrase -> place.apply(phrase);
            case Query.Prefix prefix -> place.apply(prefix);
            case Query.Field field -> in(term -> inField(field.name(), term), field.query());
            case Query.And and -> combined("must", and.queries().stream().map(part -> in(place, part)));
            case Query.Or or -> combined("should", or.queries().stream().map(part -> in(place, part)));
            case Query.Not not -> in(place, not.query()).map(QueryJson::allBut);
        };
    }

    private static Optional<ObjectNode> combined(String occur, Stream<Optional<ObjectNode>> parts) {
        List<ObjectNode> given = parts.flatMap(Optional::stream).toList();
        if (given.size() < 2) {
            return given.stream().findFirst();
        }
        ObjectNode bool = Json.object();
        ArrayNode clauses = bool.putArray(occur);
        given.forEach(clauses::add);
        return Optional.of(clause("bool", bool));
    }

    private static ObjectNode allBut(ObjectNode excluded) {
        ObjectNode bool = Json.object();
        bool.putArray("must_not").add(excluded);
        return clause("bool", bool);
    }

    private Optional<ObjectNode> everywhere(Query term) {
        return combined("should", Stream.of(Chain.values()).flatMap(chain -> {
            String name = DocumentJson.chain(chain);
            return Stream.of(
                    term(term, chain, "words." + name, 1), term(term, chain, "headline." + name, HEADLINE_BOOST));
        }));
    }

    private Optional<ObjectNode> inField(Query.Field.Name name, Query term) {
        return switch (name) {
            case HEADLINE ->
                combined(
                        "should",
                        Stream.of(Chain.values())
                                .map(chain -> term(term, chain, "headline." + DocumentJson.chain(chain), 1)));
            case AUTHOR, PUBLISHER -> term(term, Chain.OTHER, name.label(), 1);
            case TAG -> Optional.of(tag(term));
        };
    }

    private static ObjectNode tag(Query term) {
        boolean prefix = term instanceof Query.Prefix;
        String field = "fact." + Fact.TAG.parameter();
        return clause(prefix ? "prefix" : "term", Json.object().put(field, Fact.TAG.comparable(text(term))));
    }

    private Optional<ObjectNode> term(Query term, Chain chain, String field, int boost) {
        String text = text(term);
        if (analyzers.sought(chain, text).isEmpty()) {
            return Optional.empty();
        }
        ObjectNode phrase = clause("match_phrase", Json.object());
        phrase.withObject("/match_phrase").putObject(field).put("query", text).put("boost", boost);
        return term instanceof Query.Prefix ? prefix(chain, field, text, phrase) : Optional.of(phrase);
    }

    /** Adds words that begin with the last one, without their inflections taken off. */
    private Optional<ObjectNode> prefix(Chain chain, String field, String text, ObjectNode whole) {
        List<Analyzers.Term> folded = analyzers.folded(chain, text);
        ObjectNode last =
                clause("prefix", Json.object().put(field, folded.getLast().text()));
        int start = folded.getLast().start();
        Optional<ObjectNode> before =
                folded.getFirst().position() == folded.getLast().position()
                        ? Optional.empty()
                        : term(new Query.Phrase(text.substring(0, start), 0), chain, field, 1);
        return combined(
                "should", Stream.of(combined("must", Stream.of(before, Optional.of(last))), Optional.of(whole)));
    }

    private static String text(Query term) {
        return switch (term) {
            case Query.Word word -> word.text();
            case Query.Phrase phrase -> phrase.text();
            case Query.Prefix prefix -> prefix.text();
            case Query.Field q -> throw new IllegalStateException("not a term: " + q);
            case Query.And q -> throw new IllegalStateException("not a term: " + q);
            case Query.Or q -> throw new IllegalStateException("not a term: " + q);
            case Query.Not q -> throw new IllegalStateException("not a term: " + q);
        };
    }

    static ObjectNode clause(String name, ObjectNode body) {
        ObjectNode clause = Json.object();
        clause.set(name, body);
        return clause;
    }
}
