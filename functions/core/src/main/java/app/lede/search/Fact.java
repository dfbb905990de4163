package app.lede.search;

import app.lede.article.Article;
import app.lede.article.Confidence;
import app.lede.enrich.Mention;
import app.lede.rights.Use;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A fact of an article that filters compare with given values and counts group by. */
public enum Fact implements Facet {
    /** Id of the source. */
    SOURCE,
    /** Language of the text, ISO 639 in lower case. */
    LANG,
    /** Countries the text mentions, ISO 3166-1 alpha-2. */
    COUNTRY,
    /** Name of the publisher. */
    PUBLISHER,
    /** Names of the authors. */
    AUTHOR,
    /** The uploader's labels, the publisher's keywords, and what the text was found to name, by type: {@code person:Jane Doe}. */
    TAG,
    /** {@link app.lede.article.Access#label Accessibility}. */
    ACCESS,
    /** {@link Confidence} in the extracted text. */
    CONFIDENCE,
    /** Uses that the publisher allows, and those it says nothing on unless they are denied by default. */
    USE;

    /** Returns the name of the parameter, for example {@code lang}. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the fact of a parameter's name. */
    public static Optional<Fact> ofParameter(String name) {
        return Stream.of(values()).filter(fact -> fact.parameter().equals(name)).findFirst();
    }

    /** Returns the values of an article as it spells them; mostly one, none where it is unknown. */
    public List<String> of(Article article) {
        return switch (this) {
            case SOURCE -> Stream.ofNullable(article.provenance().sourceId()).toList();
            case LANG -> Stream.ofNullable(article.language()).toList();
            case COUNTRY -> article.countries();
            case PUBLISHER -> Stream.ofNullable(article.metadata().publisher()).toList();
            case AUTHOR -> article.metadata().authors();
            case TAG -> {
                List<String> tags = new ArrayList<>(article.provenance().tags());
                tags.addAll(article.metadata().keywords());
                tags.addAll(typedTags(article));
                yield List.copyOf(tags);
            }
            case ACCESS -> List.of(article.provenance().access().label());
            case CONFIDENCE ->
                List.of(Confidence.of(article.metadata().confidence()).label());
            case USE ->
                Stream.of(Use.values())
                        .filter(article.provenance().rights()::allow)
                        .map(Use::label)
                        .toList();
        };
    }

    /** Returns the names in the text by type, for example {@code person:Jane Doe}, and its terms as {@code keyword:}. */
    private static List<String> typedTags(Article article) {
        Stream<String> names = article.mentions().stream()
                .filter(mention -> !List.of(Mention.COUNTRY, Mention.BLOC).contains(mention.type()))
                .map(mention -> mention.type() + ":" + mention.name());
        return Stream.concat(names, article.facts().terms().stream().map(term -> "keyword:" + term))
                .toList();
    }

    /** Returns the form in which values are compared: names without case, accents and punctuation, codes as they are. */
    public String comparable(String value) {
        return switch (this) {
            case SOURCE, LANG, COUNTRY, ACCESS, CONFIDENCE, USE -> value;
            case PUBLISHER, AUTHOR, TAG -> {
                String key = Words.key(value);
                yield key.isEmpty() ? value : key;
            }
        };
    }
}
