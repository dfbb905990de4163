package app.lede.extract.page;

import java.util.List;

/** Tag and names of an element and its parent; elements of one shape have one role on the page. */
public record Shape(String tag, List<String> names, String parentTag, List<String> parentNames) {

    public static Shape of(Frame frame) {
        Frame parent = FrameTotals.parent(frame);
        return new Shape(frame.tag(), frame.nameTokens(), parent.tag(), parent.nameTokens());
    }
}
