package app.lede.story;

import app.lede.article.ArticleId;
import app.lede.summary.Sentence;

/**
 * A sentence that says something important about a story.
 *
 * @param article whose text it stands in
 * @param sentence with its offsets in that text
 */
public record KeyPoint(ArticleId article, Sentence sentence) {}
