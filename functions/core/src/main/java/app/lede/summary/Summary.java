package app.lede.summary;

import java.util.List;

public record Summary(List<Sentence> sentences, String method) {}
