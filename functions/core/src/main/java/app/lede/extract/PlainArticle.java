package app.lede.extract;

import app.lede.document.Reading.Plain;
import app.lede.extract.Block.Kind;
import java.util.ArrayList;
import java.util.List;

/** The article in a text without markup. */
final class PlainArticle {

    private PlainArticle() {}

    static Extraction of(Plain plain) {
        List<String> lines =
                plain.text().lines().map(Words::line).filter(l -> !l.isEmpty()).toList();
        List<Block> blocks = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            blocks.add(new Block(Kind.PARAGRAPH, line));
        }
        String headline = lines.isEmpty() ? null : lines.getFirst();
        return ArticleExtractor.assemble(Metadata.ofPlain(headline), blocks, List.of(), 0.5, new Trace.Log());
    }
}
