package app.lede.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stories that a page appends to its own: each an article element with a first-level heading, none of which holds the
 * page's headline. Their sentences read like the article's, so that only where they stand gives them away.
 */
final class OtherStories {

    /** Shorter first-level headings are names of sections and sites. */
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

    /** The nearest article element around. */
    private static @Nullable Frame story(Frame within) {
        for (Frame frame = within; frame != null; frame = frame.parent()) {
            if (frame.tag().equals("article")) {
                return frame;
            }
        }
        return null;
    }
}
