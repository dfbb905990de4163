package app.lede.extract;

public record PublishedDate(String value, String raw, Precision precision, String source) {
    public enum Precision {
        SECOND,
        MINUTE,
        DAY
    }
}
