package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.story.Member;
import app.lede.story.Story;
import app.lede.story.StoryStore;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a filter together with the article that others are to resemble and the story they belong to. Thread safe. */
final class CriteriaParameters {

    private final ArticleStore articles;
    private final ArticleTexts texts;
    private final StoryStore stories;

    CriteriaParameters(ReadingStores stores) {
        this.articles = stores.articles();
        this.texts = stores.texts();
        this.stories = stores.stories();
    }

    /** Looks up the article to resemble and the story; one that is not there is a fault. Empty if there are faults. */
    Optional<Criteria> of(Filter filter, Parameters parameters) {
        if (!parameters.faults().isEmpty()) {
            return Optional.empty();
        }
        Optional<Criteria.Example> example = Optional.ofNullable(filter.similarTo())
                .flatMap(articles::get)
                .flatMap(article -> texts.get(article.textKey()).map(text -> example(article, text)));
        Optional<Set<ArticleId>> members =
                Optional.ofNullable(filter.story()).flatMap(stories::of).map(CriteriaParameters::members);
        if (filter.similarTo() != null && example.isEmpty()) {
            parameters.fault("similar_to", "there is no article " + filter.similarTo());
        }
        if (filter.story() != null && members.isEmpty()) {
            parameters.fault("story", "there is no story of the article " + filter.story());
        }
        return parameters.faults().isEmpty()
                ? Optional.of(new Criteria(filter, example.orElse(null), members.orElse(null)))
                : Optional.empty();
    }

    private static Set<ArticleId> members(Story story) {
        return story.members().stream().map(Member::id).collect(Collectors.toSet());
    }

    private static Criteria.Example example(Article article, ParsedArticle parsed) {
        String text = Stream.of(article.metadata().headline(), parsed.text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
        return new Criteria.Example(article.language(), text);
    }
}
