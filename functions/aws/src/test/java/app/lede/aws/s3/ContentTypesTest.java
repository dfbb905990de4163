package app.lede.aws.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text/html                               | text/html
        text/html; charset=utf-8                | text/html; charset=utf-8
        text/html;charset="ISO-8859-1"; x=y     | text/html; charset=ISO-8859-1
        text/html; charset=ütf-8                | text/html
        text/hütml                              | application/octet-stream
        html                                    | application/octet-stream
        ''                                      | application/octet-stream
        """)
    void type_and_charset_are_kept_as_far_as_they_are_tokens(String sent, String stored) {
        assertEquals(stored, ContentTypes.headerSafe(sent));
    }

    @Test
    void controls_and_line_breaks_are_dropped() {
        assertEquals("text/html", ContentTypes.headerSafe("text/html;\u0001\r\nx-amz-acl: public-read"));
        assertEquals("application/octet-stream", ContentTypes.headerSafe("text/html\r\nx-amz-acl: public-read"));
    }
}
