package app.lede.collection.press;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Formats of exports, by the line that separates their articles. */
enum PressFormat {
    /** Nexis Uni and Lexis+: a line ends each article. */
    NEXIS(
            Pattern.compile(
                    "(?i)End of Document|Fin du document|Ende des Dokuments|Fin del documento|Fine documento|Einde van"
                            + " document"),
            Pattern.compile("(?i)load-date: .*|body|ladedatum: .*|date de chargement ?: .*|byline: .*|length: .*"),
            false),
    /** LexisNexis Academic: a line with a number begins each article. */
    LEXIS(
            Pattern.compile("(?i)\\d{1,6} (?:of|von|de|di|van|sur) \\d{1,6}"
                    + " (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTI|DOCUMENTEN|DOCUMENTOS)"),
            Pattern.compile("(?i)(?:length|länge|longueur|longitud|lengte|load-date|section): .*"),
            true),
    /** Factiva: a line with the document's number ends each article. */
    FACTIVA(
            Pattern.compile("(?:AN\\s+)?(?:Document|Documento|Dokument) (?=\\S*\\d{8})[A-Z][A-Za-z0-9]{17,30}"),
            Pattern.compile("[\\d.,]{1,9} (?:words|Wörter|mots|palabras|parole|woorden|palavras|ord)|WC\\s+\\d.*"),
            false),
    /** ProQuest: a rule ends each article, its fields are labelled. Any text may have rules. */
    PROQUEST(
            Pattern.compile("_{30,200}"),
            Pattern.compile("Publication title: .*|Publication date: .*|ProQuest document ID: .*"),
            false);

    /** Labels of an article of ProQuest; the shortest have a title, a publication, a date and a text. */
    private static final int FEWEST_LABELS = 3;

    private final Pattern separator;
    private final Pattern mark;
    private final boolean begins;

    PressFormat(Pattern separator, Pattern mark, boolean begins) {
        this.separator = separator;
        this.mark = mark;
        this.begins = begins;
    }

    boolean isSeparator(String line) {
        return line.length() <= 200 && separator.matcher(line).matches();
    }

    /** Tests whether separators stand before the articles, not behind them. */
    boolean begins() {
        return begins;
    }

    /** Recognises a format by a separator and one of its fields. */
    static Optional<PressFormat> of(String text) {
        for (PressFormat format : values()) {
            boolean separated = text.lines().map(String::strip).anyMatch(format::isSeparator);
            if (separated
                    && text.lines()
                            .map(String::strip)
                            .anyMatch(line -> format.mark.matcher(line).matches())
                    && (format != PROQUEST || format.labelsEveryArticle(text))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Tests for several labels between rules; before the first rule may stand a cover, behind the last an imprint. */
    private boolean labelsEveryArticle(String text) {
        List<Boolean> labelled = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        boolean blank = true;
        for (String line : text.lines().map(String::strip).toList()) {
            if (isSeparator(line)) {
                if (!blank) {
                    labelled.add(labels.size() >= FEWEST_LABELS);
                }
                labels.clear();
                blank = true;
            } else {
                blank &= line.isEmpty();
                Labels.of(line).ifPresent(field -> labels.add(field.label()));
            }
        }
        return labelled.contains(true) && !labelled.stream().skip(1).toList().contains(false);
    }
}
