package app.lede.document.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.collection.CollectionReader;
import app.lede.collection.Part;
import app.lede.collection.Parts;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.DocumentReader;
import app.lede.document.ObjectContent;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The items are our own, in the form that agencies send. */
class WireReaderTest {

    private static final String NITF = """
        <nitf><head><title>Ferry</title><docdata><date.issue norm="20261120T180200Z"/><key-list><keyword key="ferry"/></key-list>
        </docdata></head><body><body.head><hedline><hl1>The ferry sails again</hl1></hedline>
        <byline>By <person>Ada Moreno</person> <byttl>Reporter</byttl></byline><dateline>NORDEN</dateline></body.head>
        <body.content><block><p>The ferry sails again &amp; daily.</p><media><media-caption><p>A ferry.</p></media-caption></media>
        <hl2>Timetable</hl2><p>It leaves at seven.</p></block></body.content></body></nitf>
        """;

    private static final String G2 = """
        <?xml version="1.0" encoding="UTF-8"?>
        <nar:newsItem xmlns:nar="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:1" xml:lang="nb">
        <nar:itemMeta><nar:provider literal="Example Wire"/><nar:versionCreated>2026-11-20T18:02:00Z</nar:versionCreated></nar:itemMeta>
        <nar:contentMeta><nar:contentCreated>2026-11-20T18:00:00Z</nar:contentCreated><nar:by>Av Ada Moreno</nar:by>
        <nar:headline>Ferja går</nar:headline><nar:slugline>FERJE</nar:slugline></nar:contentMeta>
        <nar:contentSet><nar:inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>
        </head><body><p>Ferja går hver dag.</p><ul><li>Klokka sju</li></ul></body></html></nar:inlineXML></nar:contentSet></nar:newsItem>
        """;

    private static final String NEWSML_1 = """
        <NewsItem><Identification><DateId>20261120</DateId></Identification><NewsManagement><FirstCreated>20261120T180200Z</FirstCreated>
        </NewsManagement><NewsComponent><NewsLines><HeadLine>The tram brakes</HeadLine><ByLine>By Ada Moreno</ByLine></NewsLines>
        <ContentItem><DataContent>
        The tram brakes for deer.

        It has done so since May.
        </DataContent></ContentItem></NewsComponent></NewsItem>
        """;

    private static Reading read(String xml) {
        return new DocumentReader()
                .read(new RawDocument(xml.getBytes(StandardCharsets.UTF_8), "application/xml", "item.xml", null));
    }

    private static List<String> paragraphs(Reading reading) {
        return assertInstanceOf(Reading.Markup.class, reading)
                .dom()
                .body()
                .children()
                .eachText();
    }

    @Test
    void nitf_is_read_with_and_without_its_declaration() {
        for (String xml : List.of(NITF, "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\">\n" + NITF)) {
            Reading reading = read(xml);
            assertEquals(
                    List.of("The ferry sails again & daily.", "Timetable", "It leaves at seven."), paragraphs(reading));
            Map<Term, List<String>> terms = reading.about().terms();
            assertEquals(List.of("The ferry sails again"), terms.get(Term.HEADLINE));
            assertEquals(List.of("Ada Moreno"), terms.get(Term.AUTHOR));
            assertEquals(List.of("20261120T180200Z"), terms.get(Term.PUBLISHED));
            assertEquals(List.of("ferry"), terms.get(Term.KEYWORD));
        }
    }

    @Test
    void newsml_g2_is_read_whatever_its_prefix() {
        Reading reading = read(G2);
        assertEquals(List.of("Ferja går hver dag.", "Klokka sju"), paragraphs(reading));
        Map<Term, List<String>> terms = reading.about().terms();
        assertEquals(List.of("Ferja går"), terms.get(Term.HEADLINE));
        assertEquals(List.of("Ada Moreno"), terms.get(Term.AUTHOR));
        assertEquals(List.of("2026-11-20T18:00:00Z"), terms.get(Term.PUBLISHED));
        assertEquals(List.of("Example Wire"), terms.get(Term.PUBLISHER));
        assertEquals(List.of("nb"), terms.get(Term.LANGUAGE));
    }

    @Test
    void newsml_1_with_a_plain_text_is_read() {
        Reading reading = read(NEWSML_1);
        assertEquals(List.of("The tram brakes for deer.", "It has done so since May."), paragraphs(reading));
        assertEquals(List.of("The tram brakes"), reading.about().terms().get(Term.HEADLINE));
    }

    @Test
    void an_item_without_a_text_is_empty() {
        assertEquals(
                Reading.Problem.EMPTY,
                assertInstanceOf(
                                Reading.Unreadable.class,
                                read("<?xml version=\"1.0\"?><newsItem><contentMeta/><contentSet/></newsItem>"))
                        .problem());
    }

    @Test
    void each_item_of_a_message_is_a_part() throws IOException {
        for (String message : List.of(
                "<?xml version=\"1.0\"?>\n<newsMessage xmlns=\"x\"><header/><itemSet>%s%s</itemSet></newsMessage>",
                "<?xml version=\"1.0\"?>\n<NewsML><NewsEnvelope/>%s%s</NewsML>")) {
            String items = message.formatted(G2.substring(G2.indexOf('\n')), NEWSML_1);
            Optional<Parts> parts =
                    CollectionReader.open(ObjectContent.of(items.getBytes(StandardCharsets.UTF_8)), "message.xml");
            List<String> texts = new ArrayList<>();
            for (Optional<Part> part = parts.orElseThrow().next();
                    part.isPresent();
                    part = parts.get().next()) {
                Part.Document item = (Part.Document) part.get();
                Reading reading =
                        new DocumentReader().read(new RawDocument(item.bytes(), item.contentType(), item.name(), null));
                texts.add(paragraphs(reading).getFirst());
            }
            assertEquals(List.of("Ferja går hver dag.", "The tram brakes for deer."), texts);
        }
        assertTrue(CollectionReader.open(ObjectContent.of(NITF.getBytes(StandardCharsets.UTF_8)), "x.xml")
                .isEmpty());
    }
}
