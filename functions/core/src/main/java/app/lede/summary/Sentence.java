package app.lede.summary;

public record Sentence(String text, int start, int end) {}
