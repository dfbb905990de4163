package app.lede.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short reports have few words; those that stand in reports of all kinds must not make one event of them. */
class ShortReportsTest {

    private static Report report(String language, String publisher, String headline, String text) {
        return EventSet.report("https://" + publisher + ".example/1", language, 1, headline, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The bakery said on Monday that it would open again. | The swimming club said on Monday that it"
                        + " would need new boats.",
                "en | On Monday he said that nobody asked him about the choir. | On Monday she said that nobody asked"
                        + " her about the orchard.",
                "en | Officials said Tuesday the library was closed. | Officials said Tuesday the stadium was closed.",
                "en | Whoever wandered past remembered nothing unusual. | Whoever lingered nearby remembered nothing"
                        + " else.",
                "sw | Duka la mikate lilisema Jumatatu kwamba litafunguliwa tena hivi karibuni. | Klabu ya kuogelea"
                        + " ilisema Jumatatu kwamba itanunua boti tena hivi karibuni.",
                "fr | La boulangerie a déclaré lundi qu’elle devrait rouvrir bientôt. | Le club nautique a déclaré"
                        + " lundi qu’il devrait acheter des bateaux.",
                "de | Die Bäckerei teilte am Montag mit, dass sie demnächst öffnet. | Der Schwimmverein teilte am"
                        + " Montag mit, dass er demnächst Boote kauft.",
                "es | La panadería dijo el lunes que volverá a abrir pronto. | El club de natación dijo el lunes que"
                        + " volverá a comprar barcas.",
                "it | Il forno ha detto lunedì che riaprirà presto le porte. | Il circolo nautico ha detto lunedì che"
                        + " comprerà presto le barche.",
                "pt | A padaria disse na segunda-feira que voltará a abrir logo. | O clube de natação disse na"
                        + " segunda-feira que voltará a comprar barcos.",
                "ru | Пекарня сообщила в понедельник, что снова откроется. | Клуб пловцов сообщил в понедельник, что"
                        + " снова покупает лодки.",
                "ru | Который год жители говорят, что после этого могут быть трудности с хлебом. | Который год тренеры"
                        + " говорят, что после этого могут быть трудности с бассейном.",
                "uk | Пекарня повідомила в понеділок, що знову відкриється. | Клуб плавців повідомив у понеділок, що"
                        + " знову купує човни.",
                "nl | De bakkerij heeft maandag gezegd dat zij weer opengaat. | De zwemclub heeft maandag gezegd dat"
                        + " hij weer boten koopt.",
                "pl | Piekarnia poinformowała w poniedziałek, że zostanie znowu otwarta. | Klub pływacki poinformował"
                        + " w poniedziałek, że łodzie zostaną znowu kupione.",
                "tr | Fırın pazartesi günü yaptığı açıklamada yeniden açılacağını söyledi. | Yüzme kulübü pazartesi"
                        + " günü yaptığı açıklamada tekne alacağını söyledi.",
                "sv | Bageriet sade på måndagen att det skulle öppna igen efter sommaren. | Simklubben sade på"
                        + " måndagen att den skulle köpa båtar igen efter sommaren.",
                "id | Toko roti mengatakan pada hari Senin bahwa mereka akan buka kembali. | Klub renang mengatakan"
                        + " pada hari Senin bahwa mereka akan membeli perahu kembali.",
                "ar | قال المخبز يوم الاثنين إنه سيفتح أبوابه من جديد. | قال نادي السباحة يوم الاثنين إنه سيشتري قوارب"
                        + " من جديد.",
                "zh | 面包店星期一表示，将重新开门。 | 游泳俱乐部星期一表示，将重新购买船只。",
                "ja | パン屋は月曜日、再び開店すると発表した。 | 水泳クラブは月曜日、船を再び買うと発表した。"
            })
    void words_of_all_news_are_no_event(String language, String one, String other) {
        Report first = report(language, "gazette", "", one);
        Report second = report(language, "courier", "", other);
        assertFalse(
                Stories.areClose(first, second),
                Affinity.of(Affinity.Side.of(first), Affinity.Side.of(second)) + " " + first.features() + " "
                        + second.features());
        assertEquals(List.of(), Stories.of(List.of(first, second)).stories());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | A barge hit the lock at Wexel on Monday. | The lock of Wexel is shut after a barge struck it.",
                "ru | Баржа врезалась в шлюз в Векселе в понедельник. | Шлюз Векселя закрыт после удара баржи.",
                "de | Ein Lastkahn hat am Montag die Schleuse von Wexel gerammt. | Die Schleuse Wexel ist gesperrt,"
                        + " ein Lastkahn fuhr dagegen.",
                "zh | 一艘驳船星期一撞上韦克塞尔船闸。 | 驳船撞击后，韦克塞尔船闸关闭。"
            })
    void short_reports_of_one_event_are_one_story(String language, String one, String other) {
        Report first = report(language, "gazette", "", one);
        Report second = report(language, "courier", "", other);
        assertEquals(
                1, Stories.of(List.of(first, second)).stories().size(), first.features() + " " + second.features());
    }

    @Test
    void a_weekday_is_no_name_that_reports_in_two_languages_share() {
        Stream.of("Montag", "September").forEach(day -> {
            Report german = report("de", "zeitung", "", "Die Bäckerei öffnet am " + day + " in der Gasse.");
            Report other = report("nl", "krant", "", "Het zwembad sluit op " + day + " in de straat.");
            assertFalse(Stories.areClose(german, other), day);
        });
    }
}
