package app.lede.enrich;

import java.util.List;

public record Mention(String type, String name, String identifier, List<Span> spans) {}
