package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextConstructTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Tom &amp; Jerry                          | Tom &amp; Jerry
        Tom &amp;amp; Jerry                      | Tom &amp; Jerry
        1 &lt; 2                                 | 1 &lt; 2
        The &lt;main&gt; element                 | The &lt;main&gt; element
        &lt;b&gt;bold&lt;/b&gt;                  | <b>bold</b>
        <![CDATA[<b>bold</b>]]>                  | <b>bold</b>
        <![CDATA[AT&T]]>                         | AT&amp;T
        <b>inline</b> text                       | <b>inline</b> text
        safe&lt;embed src="x"&gt; text           | safe text
        It&amp;#8217;s                           | It’s
        """)
    void rss_text_is_html_when_it_looks_like_it(String source, String html) {
        assertEquals(
                html,
                Fixtures.feedOf("<rss><channel><title>" + source + "</title></channel></rss>")
                        .title());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        type='text'                      | a &lt;b&gt; &amp;amp; c                | a &lt;b&gt; &amp;amp; c
        type='html'                      | a &lt;b&gt;c&lt;/b&gt;                 | a <b>c</b>
        type='html'                      | <![CDATA[a <b>c</b>]]>                 | a <b>c</b>
        type='html'                      | <b>a &lt;i&gt;c&lt;/i&gt;</b>          | <b>a <i>c</i></b>
        type='xhtml'                     | <div>a <b>c</b> &lt;d&gt;</div>        | a <b>c</b> &lt;d&gt;
        type='xhtml'                     | <x:div xmlns:x='http://www.w3.org/1999/xhtml'><x:br/>a</x:div> | <br>a
        type='application/octet-stream'  | YSA8Yj5jPC9iPg==                       | a <b>c</b>
        type='image/png'                 | not base64                             | not base64
        mode='base64'                    | YSA8Yj5jPC9iPg==                       | a <b>c</b>
        mode='escaped' type='text/html'  | a &lt;b&gt;c&lt;/b&gt;                 | a <b>c</b>
        type='application/xhtml+xml'     | <div>a</div>                           | a
        type=''                          | plain                                  | plain
        rel='none'                       | &amp;#39;twice&amp;#39; &amp;amp; so   | 'twice' &amp; so
        """)
    void atom_text_is_what_its_type_says(String attributes, String source, String html) {
        String feed =
                "<feed xmlns='http://www.w3.org/2005/Atom'><title %s>%s</title></feed>".formatted(attributes, source);
        assertEquals(html, Fixtures.feedOf(feed).title());
    }
}
