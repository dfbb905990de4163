package app.lede.extract.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of the page, reduced to its regions and the hints of its names. Frames are numbered in document order, so
 * a parent's number is always lower than its children's.
 *
 * @param id the number, 0 for the root
 * @param parent null for the root
 * @param tag normal name of the element
 * @param regions bits of {@link Region}
 * @param nameTokens words of the element's own class, id and role
 */
public record Frame(int id, @Nullable Frame parent, int depth, String tag, int regions, List<String> nameTokens) {

    public static final Frame ROOT = new Frame(0, null, 0, "body", 0, List.of());

    public boolean in(Region region) {
        return region.in(regions);
    }

    /** Tests whether this is the other frame or inside it. */
    public boolean isWithin(Frame other) {
        Frame frame = this;
        while (frame.depth > other.depth && frame.parent != null) {
            frame = frame.parent;
        }
        return frame.id == other.id;
    }
}
