package app.lede.extract.script;

import app.lede.article.Block.Kind;
import app.lede.extract.page.Passage;
import app.lede.extract.page.PassageReader;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;

/** Splits the article's text in structured data, which is sometimes the only copy and often a teaser. */
public final class ScriptText {

    private static final int MAX_PARAGRAPHS = 5000;

    private ScriptText() {}

    /** Splits the text into passages, by its markup or else by line breaks. */
    public static List<Passage> passages(String body) {
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
