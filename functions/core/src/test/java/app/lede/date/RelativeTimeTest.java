package app.lede.date;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 min ago",
                "an hour ago",
                "Updated 2 hours ago",
                "3d ago",
                "vor 5 Minuten",
                "Aktualisiert vor einer Stunde",
                "il y a 3 jours",
                "hace 2 horas",
                "há 10 minutos",
                "5 minuti fa",
                "3 uur geleden",
                "for 2 timer siden",
                "5 minuter sedan",
                "2 tuntia sitten",
                "5 minut temu",
                "5 минут назад",
                "3 години тому",
                "2 saat önce",
                "5分前",
                "2小时前",
                "3天前",
                "5분 전",
                "منذ 5 دقائق",
                "לפני 5 דקות",
                "5 मिनट पहले",
                "5 phút trước",
                "5 menit yang lalu",
                "5 นาทีที่แล้ว"
            })
    void a_line_that_counts_from_the_reading_is_a_relative_time(String line) {
        assertTrue(RelativeTime.isAlone(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The quay closed 5 hours ago, the board said on Monday.",
                "5 minutes",
                "Route 5 a day",
                "vor dem 5 Tor",
                "27 November 2025",
                "Two days ago the ferry sank",
                "",
                "10 h"
            })
    void a_sentence_or_a_span_is_none(String line) {
        assertFalse(RelativeTime.isAlone(line));
    }
}
