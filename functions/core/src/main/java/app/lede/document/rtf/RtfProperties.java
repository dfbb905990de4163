package app.lede.document.rtf;

import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Rank;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.FileProperties;
import com.rtfparserkit.rtf.Command;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The properties and the names of styles in an RTF file's header. Not thread safe. */
final class RtfProperties {

    private static final int MAX_STYLES = 10_000;

    private final Map<Command, StringBuilder> texts = new EnumMap<>(Command.class);
    private final Map<Integer, String> styles = new HashMap<>();
    private final Map<Command, Integer> numbers = new EnumMap<>(Command.class);
    private @Nullable Command property;
    private int style;
    private final StringBuilder styleName = new StringBuilder();

    void property(Command name) {
        property = name;
    }

    void text(String text) {
        if (property != null) {
            texts.computeIfAbsent(property, name -> new StringBuilder()).append(text);
        } else {
            styleName.append(text);
        }
    }

    void command(Command command, int parameter) {
        if (command == Command.s) {
            style = parameter;
        } else if (property == Command.creatim) {
            numbers.put(command, parameter);
        }
    }

    void endGroup() {
        property = null;
        String name = styleName.toString().replaceFirst(";\\s*$", "").strip();
        if (!name.isEmpty() && styles.size() < MAX_STYLES) {
            styles.putIfAbsent(style, name);
        }
        style = 0;
        styleName.setLength(0);
    }

    /** Returns a style's name; empty if it has none. */
    String style(int number) {
        return styles.getOrDefault(number, "");
    }

    DocumentMetadata about() {
        return FileProperties.titled(DocumentMetadata.ranked(Rank.AFTER_TEXT), text(Command.title))
                .andAll(Term.AUTHOR, FileProperties.people(text(Command.author)))
                .andAll(Term.KEYWORD, FileProperties.keywords(text(Command.keywords)))
                .and(Term.PUBLISHED, created().orElse(null));
    }

    private String text(Command name) {
        return Optional.ofNullable(texts.get(name)).map(StringBuilder::toString).orElse("");
    }

    private Optional<String> created() {
        try {
            return Optional.of(LocalDateTime.of(
                                    number(Command.yr), number(Command.mo), number(Command.dy), number(Command.hr), 0)
                            .toLocalDate())
                    .map(String::valueOf);
        } catch (DateTimeException e) {
            return Optional.empty(); // Not told, or none.
        }
    }

    private int number(Command name) {
        return numbers.getOrDefault(name, 0);
    }
}
