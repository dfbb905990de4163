package app.lede.extract;

public record Block(Kind kind, String text) {
    public enum Kind {
        PARAGRAPH,
        HEADING,
        LIST,
        QUOTE,
        CAPTION,
        TABLE
    }
}
