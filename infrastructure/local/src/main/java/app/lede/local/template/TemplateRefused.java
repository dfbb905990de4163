package app.lede.local.template;

import java.util.List;

/** Thrown for a template the local stack cannot run; lists every such place. */
public final class TemplateRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public TemplateRefused(List<String> problems) {
        super("The local stack cannot run this template:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns one line per problem, never empty. */
    public List<String> problems() {
        return problems;
    }
}
