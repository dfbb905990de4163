package app.lede.extract.metadata;

import static java.util.Objects.requireNonNull;
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
        assertEquals(
                "2026-03-04",
                requireNonNull(declared.article().datePublished()).value().substring(0, 10));
        assertEquals(List.of("harbour", "ships, old"), declared.article().keywords());
    }

    @Test
    void yaml_in_lines_brackets_and_folded_values_is_read() {
        assertQuay(of("""
            ---
            layout: post
            title: "The quay: open again"
            date: 2026-03-04 18:02:00 +0000
            authors: [Ines Palma, 'Jo Lind']
            tags:
              - harbour
              - "ships, old"
            ---
            Text.\
            """));
        assertQuay(of("""
            ---
            title: >-
              The quay:
              open again
            author: |
              Ines Palma; Jo Lind
            published: 2026-03-04
            date: 2026-03-09
            tags: [harbour, "ships, old"]
            ---
            Text.\
            """));
        assertQuay(of("""
            ---
            title: 'The quay: open again'
            author:
              - name: Ines Palma
                url: https://a.example
              - name: Jo Lind
            date: 2026-03-04 # opened
            keywords:
            - harbour
            - 'ships, old'
            ...
            Text.\
            """));
    }

    @Test
    void toml_is_read_without_its_tables() {
        assertQuay(of("""
            +++
            title = "The quay: open again"
            date = 2026-03-04T18:02:00Z
            authors = [
              "Ines Palma",
              "Jo Lind",
            ]
            tags = ["harbour", "ships, old"]
            [params]
            title = "other"
            +++
            Text.\
            """));
    }

    @Test
    void clippings_name_their_source_and_link_their_authors() {
        FrontMatter front = of("""
            ---
            title: "Quay"
            source: "https://courier.example/quay"
            author:
              - "[[People/Ines Palma|Ines Palma]]"
            published: 2026-03-04
            created: 2026-03-09
            tags:
              - "clippings"
            ---
            # Quay
            #Saved #later

            [Read on Shelf](https://shelf.example/1)
            [Read Original](https://courier.example/quay)

            The north quay is open again.\
            """);
        Declared declared = front.declared(null);
        assertEquals("https://courier.example/quay", declared.url());
        assertEquals(List.of("Ines Palma"), declared.article().authors());
        assertEquals(List.of(), declared.article().keywords());
        String rest = front.rest().text();
        assertFalse(rest.contains("Read O") || rest.contains("Saved"), rest);
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
