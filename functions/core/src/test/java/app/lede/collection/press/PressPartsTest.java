package app.lede.collection.press;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.collection.CollectionReader;
import app.lede.collection.Part;
import app.lede.collection.Parts;
import app.lede.document.ObjectContent;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The exports are our own, in the form that each database gives them. */
class PressPartsTest {

    private static List<JsonNode> articles(String export) {
        try {
            List<JsonNode> articles = new ArrayList<>();
            Optional<Parts> parts =
                    CollectionReader.open(ObjectContent.of(export.getBytes(StandardCharsets.UTF_8)), "export.txt");
            if (parts.isPresent()) {
                for (Optional<Part> part = parts.get().next();
                        part.isPresent();
                        part = parts.get().next()) {
                    articles.add(Json.read(new String(((Part.Document) part.get()).bytes(), StandardCharsets.UTF_8)));
                }
            }
            return articles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertFields(JsonNode article, String title, String publication, String date, String text) {
        assertEquals(
                List.of(title, publication, date, text),
                List.of(
                        article.path("title").asText(),
                        article.path("publication").asText(),
                        article.path("date").asText(),
                        article.path("text").asText()));
    }

    @Test
    void fields_of_nexis_without_blank_lines_between_them_are_told_from_the_text() {
        String export = """
            User Name: A Reader
            Date and Time: Monday, November 23, 2026 9:14:00 AM CET

            Ferry sails again
            The Coast Herald
            November 18, 2026 Wednesday
            Copyright 2026 Coast Herald Ltd. All Rights Reserved
            Section: NEWS; Pg. 4
            Length: 40 words
            Byline: Ada Moreno
            Body
            The ferry sails again
            after the storm.

            It was tied up for a week.
            Load-Date: November 19, 2026
            End of Document

            Tram brakes fail
            The Coast Herald
            November 19, 2026 Thursday
            Length: 20 words
            The tram stood still.

            End of Document
            """;
        List<JsonNode> articles = articles(export);
        assertEquals(2, articles.size());
        assertFields(
                articles.getFirst(),
                "Ferry sails again",
                "The Coast Herald",
                "2026-11-18",
                "The ferry sails again\nafter the storm.\n\nIt was tied up for a week.");
        assertEquals("Ada Moreno", articles.getFirst().path("author").asText());
        assertFields(articles.getLast(), "Tram brakes fail", "The Coast Herald", "2026-11-19", "The tram stood still.");
    }

    @Test
    void nexis_articles_end_with_a_line_and_the_cover_is_none_of_them() {
        String export = """
            User Name: A Reader
            Date and Time: Monday, November 23, 2026 9:14:00 AM CET
            Job Number: 123456789
            Documents (2)
            1. Harbour opens a second quay
            Client/Matter: -None-
            Search Terms: harbour

            Harbour opens a second quay
            The Coast Herald
            November 18, 2026 Wednesday
            Copyright 2026 Coast Herald Ltd. All Rights Reserved

            Section: NEWS; Pg. 4
            Length: 40 words
            Byline: Ada Moreno

            Body

            The harbour opened a second quay.

            Note: it is longer than the first.

            Load-Date: November 19, 2026
            End of Document

            Un second quai
            Le Phare
            mercredi 18 novembre 2026

            Longueur: 30 mots
            Auteur: Anne Roux

            Corps

            Le port a ouvert un second quai.

            Load-Date: November 19, 2026

            End of Document
            """;
        List<JsonNode> articles = articles(export.replace("Coast Herald\nNov", "Coast Herald\n\nNov")
                .replace("quay\nThe Coast", "quay\n\nThe Coast")
                .replace("Wednesday\nCopy", "Wednesday\n\nCopy")
                .replace("quai\nLe", "quai\n\nLe")
                .replace("Phare\n", "Phare\n\n")
                .replace("words\n", "words\n\n")
                .replace("Pg. 4\n", "Pg. 4\n\n")
                .replace("mots\n", "mots\n\n"));
        assertEquals(2, articles.size());
        assertFields(
                articles.get(0),
                "Harbour opens a second quay",
                "The Coast Herald",
                "2026-11-18",
                "The harbour opened a second quay.\n\nNote: it is longer than the first.");
        assertEquals("Ada Moreno", articles.get(0).path("author").asText());
        assertFields(articles.get(1), "Un second quai", "Le Phare", "2026-11-18", "Le port a ouvert un second quai.");
        assertEquals("Anne Roux", articles.get(1).path("author").asText());
    }

    @Test
    void lexis_nexis_articles_begin_with_their_number() {
        String article = """

                                           %d von 2 DOKUMENTEN

                                          Küstenbote (Norden)

                                      18. November 2026 Mittwoch

            Zweiter Kai eröffnet

            AUTOR: Ada Moreno

            RUBRIK: LOKALES; S. 4

            LÄNGE: 40 Wörter

            Der Hafen hat am Mittwoch einen
            zweiten Kai eröffnet.

            Die Stadt hatte ihn lange geplant.

            LOAD-DATE: 19. November 2026

            PUBLICATION-TYPE: Zeitung

                               Copyright 2026 Küstenbote
                                 Alle Rechte vorbehalten
            """;
        List<JsonNode> articles = articles(article.formatted(1) + article.formatted(2));
        assertEquals(2, articles.size());
        for (JsonNode read : articles) {
            assertFields(
                    read,
                    "Zweiter Kai eröffnet",
                    "Küstenbote (Norden)",
                    "2026-11-18",
                    "Der Hafen hat am Mittwoch einen\nzweiten Kai eröffnet.\n\nDie Stadt hatte ihn lange geplant.");
            assertEquals("Ada Moreno", read.path("author").asText());
        }
    }

    @Test
    void factiva_articles_end_with_their_document_number() {
        String article = """
            Harbour opens a second quay

            By Ada Moreno

            40 words

            18 November 2026

            The Coast Herald

            CSTHLD

            English

            (c) 2026 Coast Herald Ltd.

            The harbour opened a second quay.

            It is longer than the first.

            Document CSTHLD0020261118emb10001a

            """.replace("20261118emb10001a", "20261118EMB10001A");
        List<JsonNode> articles = articles(article + article.replace("Harbour", "Port"));
        assertEquals(2, articles.size());
        assertFields(
                articles.get(1),
                "Port opens a second quay",
                "The Coast Herald",
                "2026-11-18",
                "The harbour opened a second quay.\n\nIt is longer than the first.");
    }

    @Test
    void factiva_s_field_codes_are_read() {
        String article = """
            HD  Harbour opens
            a second quay
            BY  By Ada Moreno
            WC  40 words
            PD  18 November 2026
            SN  The Coast Herald
            LA  English
            CY  (c) 2026 Coast Herald Ltd.

            LP
            The harbour opened a second quay.

            TD
            It is longer than the first.

            CO  harbco : Harbour Company
            AN  Document CSTHLD0020261118EMB10001A
            """;
        List<JsonNode> articles = articles(article + "\n" + article);
        assertEquals(2, articles.size());
        assertFields(
                articles.get(0),
                "Harbour opens a second quay",
                "The Coast Herald",
                "2026-11-18",
                "The harbour opened a second quay.\n\nIt is longer than the first.");
    }

    @Test
    void proquest_s_fields_are_labelled() {
        String article = """
            ____________________________________________________________

            Document 1 of 2

            Title: Harbour opens a second quay

            Author: Moreno, Ada

            Publication title: The Coast Herald

            Publication date: Nov 18, 2026

            Full text: The harbour opened a second quay.

            It is longer than the first.

            Subject: Harbours

            Publication type: Newspapers

            Document URL: https://search.example/1

            """;
        List<JsonNode> articles =
                articles(article + article + "____________________________________________________________\n");
        assertEquals(2, articles.size());
        assertFields(
                articles.get(0),
                "Harbour opens a second quay",
                "The Coast Herald",
                "2026-11-18",
                "The harbour opened a second quay.\n\nIt is longer than the first.");
    }

    @Test
    void a_text_that_only_mentions_such_lines_is_one_document() {
        String text = "The export said:\n\nEnd of Document\n\nThat was all, and nobody knew why it did.\n";
        assertTrue(articles(text).isEmpty());
        assertTrue(articles("1 of 2 DOCUMENTS were found in the archive.\n\nThe other is lost.\n")
                .isEmpty());
        assertFalse(PressFormat.of("x\nEnd of Document\nBody\n").isEmpty());
    }

    @Test
    void factiva_s_pages_have_the_same_lines() {
        String article = """
            <div class="article enArticle"><p><div id="hd"><span class="enHeadline">Harbour opens a second quay</span></div>
            <div>40 words</div><div>18 November 2026</div><div>The Coast Herald</div><div>CSTHLD</div><div>English</div>
            <div>(c) 2026 Coast Herald Ltd.</div></p><p class="articleParagraph enarticleParagraph">The harbour opened
            a second quay.</p><p class="articleParagraph enarticleParagraph">It is longer.</p>
            <p>Document CSTHLD0020261118EMB10001A</p></div><br/>
            """;
        List<JsonNode> articles = articles("<html><body>" + article + article + "</body></html>");
        assertEquals(2, articles.size());
        assertEquals(
                "Harbour opens a second quay", articles.get(1).path("title").asText());
        assertEquals("2026-11-18", articles.get(1).path("date").asText());
        assertTrue(articles.get(1).path("text").asText().endsWith("It is longer."));
    }

    @Test
    void europresse_s_pages_mark_each_article() {
        String article = """
            <article><header><span class="DocPublicationName">Le Phare</span><span class="DocHeader">Le Phare • mercredi 18 novembre
            2026 • 214 mots</span><p class="titreArticle">Un second quai</p></header>
            <section><div class="docOcurrContainer"><p>Le port a ouvert un second quai.</p></div></section></article>
            """;
        List<JsonNode> articles = articles("<html><body>" + article + article + "</body></html>");
        assertEquals(2, articles.size());
        assertEquals("Un second quai", articles.get(0).path("title").asText());
        assertEquals("2026-11-18", articles.get(0).path("date").asText());
        assertTrue(articles.get(0).path("html").asText().contains("<p>Le port"));
    }

    @Test
    void factiva_s_numbers_in_mixed_case_and_consecutive_field_lines_are_read() {
        String article = """
            Ferry gets a third deck
            By Ada Moreno
            120 words
            5 March 2026
            The Tide Courier
            TIDCOU
            English
            (c) 2026 Tide Courier Ltd.

            The ferry sails with a third deck.

            Document TIDCOU0020260305ek3400002

            """;
        List<JsonNode> articles =
                articles(article + article.replace("120 words", "120 Wörter").replace("Document ", "Dokument "));
        assertEquals(2, articles.size());
        for (JsonNode read : articles) {
            assertFields(
                    read,
                    "Ferry gets a third deck",
                    "The Tide Courier",
                    "2026-03-05",
                    "The ferry sails with a third deck.");
        }
    }

    @Test
    void a_newsletter_with_rules_is_no_export() {
        String rule = "_".repeat(60) + "\n";
        assertTrue(articles("Good morning from the quay\n" + rule + "The ferry sails again, at last.\n"
                        + "Full text: https://tide.example/1\n" + rule + "Title: The pier\nAuthor: Ada\nDate: today\n")
                .isEmpty());
        assertTrue(articles("Publication title: Tide\n\n" + rule + "The ferry sails.\n\n" + rule + "Bye\n")
                .isEmpty());
    }

    @Test
    void an_export_without_an_article_or_with_more_text_outside_is_one_document() {
        String number = "\nDocument TIDCOU0020260305ek3400002\n";
        assertTrue(articles("120 words\n" + number).isEmpty());
        assertTrue(articles("Notes\n\n12 words\n\nThe Tide\n\nShort text.\n" + number
                        + "\nThe ferry sails daily. ".repeat(90))
                .isEmpty());
    }
}
