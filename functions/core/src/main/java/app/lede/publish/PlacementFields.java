package app.lede.publish;

import app.lede.story.Placement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Adds to the record of an article the story it is in and the article it was copied from. Thread safe. */
public final class PlacementFields {

    private PlacementFields() {}

    /** Adds what there is. */
    public static void add(ObjectNode article, @Nullable Placement placement) {
        if (placement != null && placement.story() != null) {
            article.put("story", placement.story().value());
        }
        if (placement != null && placement.duplicateOf() != null) {
            article.put("duplicateOf", placement.duplicateOf().value());
        }
    }
}
