package app.lede.document.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The innermost of nested forwards is the story; a header quoted in the middle of a column is none. */
class ForwardTest {

    private static final String NESTED = """
        ---------- Forwarded message ---------
        From: Anna Holm <anna@desk.example>
        Date: Thu, Nov 13, 2025 at 9:10 AM
        Subject: Fwd: Bandstand
        To: <night@desk.example>

        NOTE
        ---------- Forwarded message ---------
        From: Bruno Keller <bruno@town.example>
        Date: Wed, Nov 12, 2025 at 8:00 AM
        Subject: Bandstand
        To: <anna@desk.example>

        The town rebuilds its bandstand before the summer, and the brass band will play there in June.
        """;

    @ParameterizedTest
    @CsvSource({"'', ''", "'', '> '", "Worth a line?, ''", "Worth a line?, '> '"})
    void the_innermost_forward_is_taken(String note, String mark) {
        String text = NESTED.replace("NOTE", note).replaceAll("(?m)^(?=.)", mark);
        Forward found = Forward.in(text, "Fwd: Fwd: Bandstand").orElseThrow();
        assertEquals("Bruno Keller <bruno@town.example>", found.from());
        assertEquals("Wed, Nov 12, 2025 at 8:00 AM", found.date());
        assertEquals("Bandstand", found.subject());
        assertTrue(found.rest(text).strip().startsWith("The town rebuilds"), found.rest(text));
    }

    @ParameterizedTest
    @CsvSource({
        "-------- Message transféré --------,Sujet,Date,De,Pour",
        "-------- Treść przekazanej wiadomości --------,Temat,Data,Nadawca,Adresat",
        "-------- Перенаправленное сообщение --------,Тема,Дата,От,Кому",
        "-------- 転送メッセージ --------,件名,日付,差出人,宛先",
        "'',الموضوع,تاريخ الإرسال,من,إلى"
    })
    void the_words_of_mail_programs_are_known(String opening, String subject, String date, String from, String to) {
        String text = opening + "\n" + from + ": Bruno Keller <bruno@town.example>\n" + date
                + ": Wed, 12 Nov 2025 08:00:00 +0100\n" + to + ": Anna Holm <anna@desk.example>\n" + subject
                + ": Bandstand\n\nThe town rebuilds its bandstand before the summer.\n";
        Forward found = Forward.in("See below.\n\n" + text, "Fwd: Bandstand").orElseThrow();
        assertEquals("Bruno Keller <bruno@town.example>", found.from());
        assertEquals("Bandstand", found.subject());
    }

    @ParameterizedTest
    @CsvSource({"الأربعاء، 4 مارس 2026 في 6:02 م", "٤ مارس ٢٠٢٦ ١٨:٠٢", "4 آذار 2026"})
    void dates_in_arabic_are_read(String date) {
        assertEquals(Optional.of("2026-03-04"), MailDate.written(date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"۱۴۰۵/۰۸/۱۵", "20/11/2569", "4 March 1447"})
    void years_of_other_calendars_are_refused(String date) {
        assertEquals(Optional.empty(), MailDate.written(date));
    }

    @Test
    void names_of_persons_in_signs_are_told_from_offices() {
        for (String person : List.of("陈伟", "王小明", "김민수")) {
            assertEquals(
                    person, Correspondent.of(person + " <a@b.example>", false).person());
        }
        for (String paper : List.of("한겨레", "江苏", "한국", "서울", "조선", "万科", "서울시", "广州", "苏州")) {
            assertNull(Correspondent.of(paper + " <a@b.example>", false).person(), paper);
        }
        for (String office : List.of("新华社", "编辑部", "국방부")) {
            assertEquals(
                    office, Correspondent.of(office + " <a@b.example>", false).organisation());
        }
    }

    @Test
    void marks_of_two_quotations_are_removed() {
        String inner = NESTED.substring(NESTED.indexOf("NOTE") + 5).replaceAll("(?m)^", "> > ");
        String text = NESTED.substring(0, NESTED.indexOf("NOTE")).replaceAll("(?m)^", "> ") + inner;
        String rest = Forward.in(text, "Fwd: Fwd: Bandstand").orElseThrow().rest(text);
        assertTrue(rest.strip().startsWith("The town rebuilds"), rest);
    }

    @Test
    void a_header_quoted_in_the_middle_of_a_column_is_text() {
        String column = """
            Every autumn my inbox fills with letters that were never meant for me, and every autumn I read them.
            They tell of lost keys, of late trains and of a bandstand that somebody once promised to rebuild.
            This is the one that I liked best, just as it came:

            From: Bruno Keller <bruno@town.example>
            Date: Wed, Nov 12, 2025 at 8:00 AM
            Subject: Bandstand

            Dear all, the brass band will not play this year. It rains.

            I have never met Mr Keller, but I should like to.
            """;
        assertEquals(Optional.empty(), Forward.in(column, "Fwd: My column"));
        assertEquals(Optional.empty(), Forward.in(column, "My column"));
        String forwarded = NESTED.substring(0, NESTED.indexOf("NOTE")) + column;
        Forward found = Forward.in(forwarded, "Fwd: My column").orElseThrow();
        assertEquals("Anna Holm <anna@desk.example>", found.from());
        assertTrue(found.rest(forwarded).strip().startsWith("Every autumn"));
    }
}
