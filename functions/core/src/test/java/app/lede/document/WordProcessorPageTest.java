package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.document.Reading.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordProcessorPageTest {

    private static List<String> headings(String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        Reading reading = new DocumentReader().read(new RawDocument(bytes, null, "a.html", null));
        return assertInstanceOf(Page.class, reading).dom().select("h1").eachText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body class='c2 doc-content'><p class='c0 title' id='h.1'><span>The quay is"
                        + " open</span></p><p>Since Tuesday.",
                "<html><body><div class=WordSection1><p class=MsoTitle>The quay is open</p><p class=MsoNormal>Since"
                        + " Tuesday."
            })
    void a_title_that_is_marked_by_its_style_is_a_heading(String page) {
        assertEquals(List.of("The quay is open"), headings(page));
    }

    @Test
    void a_page_with_a_heading_and_a_site_with_such_a_class_stay_as_they_are() {
        assertEquals(List.of("Quay"), headings("<html><body><h1>Quay</h1><p class=MsoTitle>Courier</p><p>Open."));
        assertEquals(List.of(), headings("<html><body><p class=title>Courier</p><p>Open."));
    }
}
