package app.lede.collection.press;

import java.util.Optional;
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
            Pattern.compile("(?:AN\\s+)?Document [A-Z][A-Z0-9]{17,30}"),
            Pattern.compile("[\\d.,]{1,9} (?:words|Wörter|mots|palabras|parole|woorden|palavras|ord)|WC\\s+\\d.*"),
            false),
    /** ProQuest: a rule ends each article, its fields are labelled. */
    PROQUEST(Pattern.compile("_{30,200}"), Pattern.compile("Full text: .*|Publication title: .*"), false);

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
                            .anyMatch(line -> format.mark.matcher(line).matches())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
