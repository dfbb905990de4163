package app.lede.local.template;

import java.util.List;

/** The template says something the local stack cannot do; every such place is named, so one look is enough. */
public final class TemplateRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public TemplateRefused(List<String> problems) {
        super("The local stack cannot run this template:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line per place, never empty. */
    public List<String> problems() {
        return problems;
    }
}
