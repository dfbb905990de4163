package app.lede.extract.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.lede.document.DocumentType;
import app.lede.document.Reading.Plain;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontMatterTest {

    private static final String TEXT = "The north quay is open again.\n";

    private static FrontMatter of(String text, DocumentType type) {
        return FrontMatter.of(new Plain(text, StandardCharsets.UTF_8, type));
    }

    private static FrontMatter of(String text) {
        return of(text, DocumentType.MARKDOWN);
    }

    private static void assertQuay(FrontMatter front) {
        Declared declared = front.declared(null);
        assertEquals("The quay: open again", declared.headline());
        assertEquals(List.of("Ines Palma", "Jo Lind"), declared.article().authors());
        assertEquals("2026-03-04", declared.article().datePublished().value().substring(0, 10));
        assertEquals(List.of("harbour", "ships, old"), declared.article().keywords());
    }

    @Test
    void yaml_in_lines_brackets_and_folded_values_is_read() {
        assertQuay(of("---\n"
                + "layout: post\n"
                + "title: \"The quay: open again\"\n"
                + "date: 2026-03-04 18:02:00 +0000\n"
                + "authors: [Ines Palma, 'Jo Lind']\n"
                + "tags:\n"
                + "  - harbour\n"
                + "  - \"ships, old\"\n"
                + "---\n" + TEXT));
        assertQuay(of("---\n"
                + "title: >-\n"
                + "  The quay:\n"
                + "  open again\n"
                + "author: |\n"
                + "  Ines Palma; Jo Lind\n"
                + "published: 2026-03-04\n"
                + "date: 2026-03-09\n"
                + "tags: [harbour, \"ships, old\"]\n"
                + "---\n" + TEXT));
        assertQuay(of("---\n"
                + "title: 'The quay: open again'\n"
                + "author:\n"
                + "  - name: Ines Palma\n"
                + "    url: https://a.example\n"
                + "  - name: Jo Lind\n"
                + "date: 2026-03-04 # opened\n"
                + "keywords:\n"
                + "- harbour\n"
                + "- 'ships, old'\n"
                + "...\n" + TEXT));
    }

    @Test
    void toml_is_read_without_its_tables() {
        assertQuay(of("+++\n"
                + "title = \"The quay: open again\"\n"
                + "date = 2026-03-04T18:02:00Z\n"
                + "authors = [\n"
                + "  \"Ines Palma\",\n"
                + "  \"Jo Lind\",\n"
                + "]\n"
                + "tags = [\"harbour\", \"ships, old\"]\n"
                + "[params]\n"
                + "title = \"other\"\n"
                + "+++\n" + TEXT));
    }

    @Test
    void clippings_name_their_source_and_link_their_authors() {
        FrontMatter front = of("---\n"
                + "title: \"Quay\"\n"
                + "source: \"https://courier.example/quay\"\n"
                + "author:\n"
                + "  - \"[[People/Ines Palma|Ines Palma]]\"\n"
                + "published: 2026-03-04\n"
                + "created: 2026-03-09\n"
                + "tags:\n"
                + "  - \"clippings\"\n"
                + "---\n"
                + "# Quay\n"
                + "#Saved #later\n\n"
                + "[Read on Shelf](https://shelf.example/1)\n"
                + "[Read Original](https://courier.example/quay)\n\n"
                + TEXT);
        Declared declared = front.declared(null);
        assertEquals("https://courier.example/quay", declared.url());
        assertEquals(List.of("Ines Palma"), declared.article().authors());
        assertEquals(List.of(), declared.article().keywords());
        assertFalse(
                front.rest().text().contains("Read O") || front.rest().text().contains("Saved"),
                front.rest().text());
    }

    @Test
    void plain_text_has_front_matter_only_with_a_title() {
        assertEquals(
                TEXT,
                of("---\ntitle: Quay\n---\n" + TEXT, DocumentType.TEXT).rest().text());
        String rule = "---\nThe quay\n---\n" + TEXT;
        assertEquals(rule, of(rule, DocumentType.TEXT).rest().text());
    }
}
