package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Ada Holm                          | Ada Holm
        ada@example.com (Ada Holm)        | Ada Holm
        Ada Holm (ada@example.com)        | Ada Holm
        Ada Holm <ada@example.com>        | Ada Holm
        Ada Holm (mailto:ada@example.com) | Ada Holm
        ada@example.com                   | ada@example.com
        by <a href="/ada">Ada  Holm</a>   | by Ada Holm
        Ada Holm (The Gazette)            | Ada Holm (The Gazette)
        """)
    void the_name_is_found_in_a_line(String line, String name) {
        assertEquals(name, Persons.name(line));
    }
}
