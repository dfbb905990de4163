package app.lede.extract.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.PublishedDate;
import app.lede.article.PublishedDate.Precision;
import app.lede.date.DateOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesOnPagesTest {

    private final DateFinder visible = new DateFinder();

    @Test
    void a_time_with_an_offset_is_an_instant_with_its_precision() {
        assertEquals("2026-03-04T07:30:15+01:00", machine("2026-03-04T07:30:15.123+0100"));
        assertEquals("2026-03-04T07:30:00Z", machine("2026-03-04 07:30 UTC"));
        assertEquals("2026-03-04T07:30:00Z", machine("Wed, 4 Mar 2026 07:30:00 GMT"));
        assertEquals(
                Precision.MINUTE,
                DateParser.read("2026-03-04T07:30Z", "meta").orElseThrow().precision());
    }

    @Test
    void a_time_of_no_known_zone_is_a_bare_date() {
        assertEquals("2026-03-04", machine("2026-03-04 07:30:15"));
        assertEquals("2026-03-04", machine("20260304"));
    }

    @Test
    void what_is_no_day_is_nothing() {
        assertEquals("", machine("2026-02-30"));
        assertEquals("", machine("0001-01-01T00:00:00Z"));
        assertEquals("", machine("yesterday"));
    }

    @Test
    void an_address_tells_the_day() {
        assertEquals("2026-03-04", value(DateParser.inAddress("https://courier.example/2026/03/04/quay")));
        assertEquals("2026-03-04", value(DateParser.inAddress("https://courier.example/2026/mar/04/quay")));
        assertEquals("2026-03-04", value(DateParser.inAddress("https://courier.example/2026/March/4/quay")));
        assertEquals("", value(DateParser.inAddress("https://courier.example/2026/quay-14-crowns")));
    }

    @Test
    void dates_are_read_in_the_language_of_the_page() {
        assertEquals("2026-03-04", shown("Published March 4th, 2026", "en"));
        assertEquals("2026-03-04", shown("4. März 2026, 7.30 Uhr", "de-AT"));
        assertEquals("2026-03-04", shown("4 de marzo de 2026", "es"));
        assertEquals("2026-03-04", shown("2026年3月4日", "ja"));
        assertEquals("2026-03-04", shown("04.03.2026", "de"));
    }

    @Test
    void dates_are_read_in_every_order_script_and_length_of_year() {
        assertEquals("2026-03-04", shown("2026. március 4.", "hu"));
        assertEquals("2026-03-04", shown("2026 m. kovo 4 d.", "lt"));
        assertEquals("2026-03-04", shown("4 tháng 3, 2026", "vi"));
        assertEquals("2026-03-04", shown("٤ مارس ٢٠٢٦", "ar"));
        assertEquals("2026-03-04", shown("4. 3. 2026", "cs"));
        assertEquals("2026-03-04", shown("Mi 04.03.26 | 14:07 Uhr", "de"));
    }

    @Test
    void a_month_that_is_none_is_the_day() {
        assertEquals("2026-03-14", shown("14/03/2026", "en-US"));
    }

    @Test
    void slashes_are_read_the_american_way_only_in_american_pages() {
        assertEquals("2026-03-04", shown("3/4/2026", "en-US"));
        assertEquals("2026-04-03", shown("3/4/2026", "fr"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        th | วันที่ 27 พฤศจิกายน 2568
        th | 27 พ.ย. 2568 เวลา 08:30 น.
        th | 27 พฤศจิกายน พ.ศ. 2568
        ar | الخميس 27 تشرين الثاني 2025
        ar | 27 نوفمبر، 2025
        fa | پنجشنبه ۶ آذر ۱۴۰۴
        ja | 令和7年11月27日
        ja | 2025年 11月 27日(木)
        zh | 民國114年11月27日
        ko | 2025. 11. 27. 오후 5:30
        he | 27 בנובמבר 2025
        fi | 27. marraskuuta 2025
        hi | २७ नवंबर २०२५
        bn | ২৭ নভেম্বর ২০২৫
        ta | 27 நவம்பர் 2025
        km | ២៧ វិច្ឆិកា ២០២៥
        lv | 2025. gada 27. novembris
        eu | 2025ko azaroaren 27a
        kk | 2025 жылғы 27 қараша
        uz | 2025-yil, 27-noyabr
        ca | 27 de novembre del 2025
        mt | 27 ta’ Novembru 2025
        cy | 27 Tachwedd 2025
        ga | 27 Samhain 2025
        el | 27 Νοεμβρίου 2025
        hy | 27 նոյեմբերի, 2025
        ka | 27 ნოემბერი, 2025
        sw | 27 Novemba 2025
        fil | Nobyembre 27, 2025
        ha | 27 Nuwamba 2025
        is | 27. nóvember 2025
        sq | 27 nëntor 2025
        mk | 27 ноември 2025
        be | 27 лістапада 2025
        ur | 27 نومبر 2025
        vi | 27 Tháng 11, 2025
        en | Thursday 27th November, 2025
        en | 27-Nov-2025
        en | 27/Nov/2025
        en | Nov. 27, 2025
        xx | 27 de noviembre de 2025
        """)
    void dates_are_read_in_forty_languages_and_other_calendars(String language, String line) {
        assertEquals("2025-11-27", shown(line, language));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 minutes ago",
                "vor 5 Stunden",
                "3 days ago 10:30",
                "۶ آذر ۱۳",
                "32 March 2026",
                "1447-06-06",
                "Room 27 Main 2025",
                "27 listopad 2025"
            })
    void what_names_no_day_for_sure_is_no_date(String line) {
        assertEquals("", shown(line, "xx"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en | Published 27 November 2025, updated 28 November 2025 | PUBLISHED CHANGED",
                "en | Updated 28 November 2025 · Published 27 November 2025 | CHANGED PUBLISHED",
                "en | By Mia Voss, 27 November 2025 (updated 28 November 2025 10:12) | null CHANGED",
                "en | Received 1 May 2025; accepted 2 May 2025; published 3 May 2025 | OTHER OTHER PUBLISHED",
                "en | Updated 10:12 PM EST, Fri November 28, 2025 | CHANGED",
                "de | Veröffentlicht am 27.11.2025, zuletzt aktualisiert am 28.11.2025 | PUBLISHED CHANGED",
                "es | 27/11/2025 01:57 | Actualizado a 28/11/2025 | null CHANGED",
                "fr | Publié le 27 novembre 2025 à 8h, mis à jour le 28 novembre 2025 | PUBLISHED CHANGED",
                "pl | Opublikowano: 27.11.2025 Aktualizacja: 28.11.2025 | PUBLISHED CHANGED",
                "ru | Опубликовано 27 ноября 2025, обновлено 28 ноября 2025 | PUBLISHED CHANGED",
                "ko | 입력 2025.11.27. 오후 5:30 수정 2025.11.28. 오전 9:10 | PUBLISHED CHANGED",
                "ja | 2025年11月27日 公開 2025年11月28日 更新 | PUBLISHED CHANGED",
                "zh | 发布时间：2025-11-27 更新时间：2025-11-28 | PUBLISHED CHANGED",
                "tr | Yayınlanma: 27.11.2025 - Güncelleme: 28.11.2025 | PUBLISHED CHANGED",
                "ar | تاريخ النشر: 27 نوفمبر 2025 آخر تحديث: 28 نوفمبر 2025 | PUBLISHED CHANGED",
                "he | פורסם 27 בנובמבר 2025 עודכן 28 בנובמבר 2025 | PUBLISHED CHANGED",
                "th | เผยแพร่ 27 พ.ย. 2568 อัปเดต 28 พ.ย. 2568 | PUBLISHED CHANGED",
                "hi | प्रकाशित 27 नवंबर 2025 अपडेट 28 नवंबर 2025 | PUBLISHED CHANGED",
                "vi | Xuất bản 27/11/2025, cập nhật 28/11/2025 | PUBLISHED CHANGED"
            })
    void a_line_says_which_of_its_dates_is_of_what(String row) {
        String[] parts = row.split(" \\| ", -1);
        String line = String.join(" | ", List.of(parts).subList(1, parts.length - 1));
        List<ShownDates.Shown> dates = new ShownDates(visible, parts[0], DateOrder.UNKNOWN).in(line);
        assertEquals(
                parts[parts.length - 1],
                dates.stream().map(date -> String.valueOf(date.kind())).collect(Collectors.joining(" ")));
    }

    private static String machine(String raw) {
        return value(DateParser.read(raw, "meta"));
    }

    private String shown(String line, String language) {
        return value(visible.in(line, language));
    }

    private static String value(Optional<PublishedDate> date) {
        return date.map(PublishedDate::value).orElse("");
    }
}
