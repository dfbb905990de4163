package app.lede.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A tool that agents may call. Thread safe. */
interface Tool {

    String name();

    String title();

    /** Describes purpose and answer to a model. */
    String description();

    List<Parameter> parameters();

    /** Returns the JSON schema of the structured content's properties. */
    ObjectNode outputs();

    /** Tests whether a call leaves the library as it is. */
    default boolean readOnly() {
        return true;
    }

    /** Calls the tool; whatever goes wrong is a result that says so. */
    ToolResult call(Arguments arguments);

    /**
     * A parameter.
     *
     * @param several whether a list of texts is taken, too
     * @param least of a number
     * @param most of a number, or characters of Unicode of a text
     */
    record Parameter(
            String name, Type type, boolean required, boolean several, String description, long least, long most) {

        /** JSON types of parameters. */
        enum Type {
            TEXT,
            NUMBER
        }

        /** Characters of a text that has no bound of its own, such as a question. */
        private static final int MOST_TEXT = 10_000;

        static Parameter text(String name, String description) {
            return text(name, MOST_TEXT, description);
        }

        static Parameter text(String name, int most, String description) {
            return new Parameter(name, Type.TEXT, false, false, description, 0, most);
        }

        static Parameter needed(String name, String description) {
            return needed(name, MOST_TEXT, description);
        }

        static Parameter needed(String name, int most, String description) {
            return new Parameter(name, Type.TEXT, true, false, description, 0, most);
        }

        static Parameter texts(String name, String description) {
            return new Parameter(name, Type.TEXT, false, true, description, 0, MOST_TEXT);
        }

        static Parameter number(String name, long least, long most, String description) {
            return new Parameter(name, Type.NUMBER, false, false, description, least, most);
        }
    }
}
