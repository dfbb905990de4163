package app.lede.extract.clean;

import app.lede.extract.page.Frame;
import app.lede.extract.page.Passage;
import app.lede.extract.score.PageContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Detects further stories appended to a page: article elements with an h1 other than the page's headline. Their text
 * reads like the article's, so only their position reveals them.
 */
final class OtherStories {

    /** Minimum words of a title; shorter h1 headings name sections and sites. */
    private static final int MIN_TITLE_WORDS = 3;

    private final Set<Frame> stories = new HashSet<>();

    OtherStories(PageContext page) {
        List<Passage> passages = page.passages();
        int own = page.headlineAt();
        if (own < 0 || story(passages.get(own).frame()) == null) {
            return; // The page's own story has no element of its own, so another's element may be a part of it.
        }
        for (int i = own + 1; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            Frame story = story(passage.frame());
            boolean title = passage.frame().tag().equals("h1") && passage.words() >= MIN_TITLE_WORDS;
            if (title && story != null && !passages.get(own).frame().isWithin(story)) {
                stories.add(story);
            }
        }
    }

    boolean hold(Passage passage) {
        for (Frame frame = passage.frame(); frame != null; frame = frame.parent()) {
            if (stories.contains(frame)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the nearest enclosing article element. */
    private static @Nullable Frame story(Frame within) {
        for (Frame frame = within; frame != null; frame = frame.parent()) {
            if (frame.tag().equals("article")) {
                return frame;
            }
        }
        return null;
    }
}
