package app.lede.extract;

import app.lede.article.Block.Kind;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;

/** The article's text as the page's structured data gives it: sometimes the only place where it stands, often a teaser. */
final class ScriptText {

    private static final int MAX_PARAGRAPHS = 5000;

    private ScriptText() {}

    /** Cuts the text into passages: by its markup if it has any, else by its line ends. */
    static List<Passage> passages(String body) {
        if (body.contains("<p") || body.contains("<br") || body.contains("<div")) {
            return PassageReader.read(Jsoup.parse(body)).list();
        }
        List<Passage> passages = new ArrayList<>();
        boolean markup = body.indexOf('<') >= 0 || body.indexOf('&') >= 0;
        for (String line : body.split("\n", MAX_PARAGRAPHS)) {
            String text = Words.line(markup ? Jsoup.parse(line).text() : line);
            if (text.chars().anyMatch(Character::isLetterOrDigit)) {
                passages.add(Passage.plain(Kind.PARAGRAPH, text));
            }
        }
        return passages;
    }
}
