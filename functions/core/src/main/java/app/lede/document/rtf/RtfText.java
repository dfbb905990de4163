package app.lede.document.rtf;

import app.lede.document.DocumentMetadata;
import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.rtf.Command;
import com.rtfparserkit.rtf.CommandType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.nodes.Document;

/** Receives the text and control words of one RTF document. Not thread safe. */
final class RtfText extends RtfListenerAdaptor {

    /** Groups whose text is the document's; the text of all others is not shown. */
    private static final Set<Command> SHOWN = Set.of(
            Command.rtf,
            Command.field,
            Command.fldrslt,
            Command.footnote,
            Command.object,
            Command.result,
            Command.shp,
            Command.shpinst,
            Command.shptxt,
            Command.dptxbxtext,
            Command.upr,
            Command.ud);

    /** Maximum depth of groups; the specification's own examples stay below 20. */
    private static final int MAX_DEPTH = 2_000;

    private final RtfBlocks blocks = new RtfBlocks();
    private final RtfProperties properties = new RtfProperties();
    private final Deque<Group> outer = new ArrayDeque<>();
    private Group group = new Group(Place.TEXT, false, false, false, 24);

    /** Destinations of a group's text. */
    private enum Place {
        TEXT,
        NOTE,
        STYLES,
        PROPERTIES,
        NOWHERE
    }

    /** Properties of letters, in force to the end of a group; {@code size} in half points. */
    private record Group(Place place, boolean hidden, boolean deleted, boolean bold, int size) {

        Group at(Place other) {
            return new Group(other, hidden, deleted, bold, size);
        }

        boolean isShown() {
            return !hidden && !deleted;
        }
    }

    Document dom() {
        return blocks.dom();
    }

    DocumentMetadata about() {
        return properties.about();
    }

    @Override
    public void processGroupStart() {
        if (outer.size() >= MAX_DEPTH) {
            throw new IllegalStateException("groups nested too deeply");
        }
        outer.push(group);
    }

    @Override
    public void processGroupEnd() {
        Place left = group.place();
        group = outer.isEmpty() ? group : outer.pop();
        if (left == Place.NOTE && group.place() != Place.NOTE) {
            blocks.endNote();
        }
        if (left == Place.STYLES || left == Place.PROPERTIES) {
            properties.endGroup();
        }
    }

    @Override
    public void processString(String text) {
        switch (group.place()) {
            case TEXT, NOTE -> {
                if (group.isShown()) {
                    blocks.text(text, group.bold(), group.size());
                }
            }
            case STYLES, PROPERTIES -> properties.text(text);
            case NOWHERE -> {}
        }
    }

    @Override
    public void processCommand(Command command, int parameter, boolean hasParameter, boolean optional) {
        if (command.getCommandType() == CommandType.Destination || command == Command.optionalcommand) {
            enter(command, optional);
        } else if (group.place() == Place.STYLES || group.place() == Place.PROPERTIES) {
            properties.command(command, parameter);
        } else if (group.place() != Place.NOWHERE) {
            boolean on = !hasParameter || parameter != 0;
            switch (command) {
                case v -> group = new Group(group.place(), on, group.deleted(), group.bold(), group.size());
                case deleted -> group = new Group(group.place(), group.hidden(), on, group.bold(), group.size());
                case b -> group = new Group(group.place(), group.hidden(), group.deleted(), on, group.size());
                case fs -> group = new Group(group.place(), group.hidden(), group.deleted(), group.bold(), parameter);
                case plain -> group = new Group(group.place(), false, false, false, 24);
                default -> layout(command, parameter);
            }
        }
    }

    private void enter(Command destination, boolean optional) {
        if (group.place() == Place.NOWHERE) {
            return;
        }
        boolean property = group.place() == Place.PROPERTIES;
        Place place =
                switch (destination) {
                    case footnote -> Place.NOTE;
                    case stylesheet -> Place.STYLES;
                    case info -> Place.PROPERTIES;
                    default ->
                        SHOWN.contains(destination)
                                ? group.place()
                                : property && !optional ? Place.PROPERTIES : Place.NOWHERE;
                };
        if (place == Place.NOTE && group.place() != Place.NOTE) {
            blocks.beginNote();
        }
        if (property) {
            properties.property(destination);
        }
        group = group.at(place);
    }

    private void layout(Command command, int parameter) {
        switch (command) {
            case par, sect, page -> blocks.endParagraph();
            case pard -> blocks.resetParagraph();
            case s -> blocks.style(properties.style(parameter));
            case outlinelevelN -> blocks.level(parameter);
            case intbl -> blocks.inTable();
            case cell, nestcell -> blocks.endCell();
            case row, nestrow -> blocks.endRow();
            case line, softline, tab -> letters(command == Command.tab ? "\t" : "\n");
            case nonbreakingspace -> letters("\u00a0");
            case nonbreakinghyphen -> letters("-");
            case bullet -> letters("• ");
            default -> {}
        }
    }

    private void letters(String text) {
        if (group.isShown()) {
            blocks.text(text, group.bold(), group.size());
        }
    }
}
