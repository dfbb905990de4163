package app.lede.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

    private static final LanguageDetector DETECTOR = new LanguageDetector();

    private static final String FRENCH =
            "Le conseil municipal a décidé mardi de fermer le pont pendant deux ans, car une inspection a montré que"
                    + " les poutres sont gravement rouillées. Les transporteurs protestent contre ce choix.";

    private static final String HAUSA =
            "Gwamnatin jihar ta bayyana cewa za a rufe gadar har tsawon shekara biyu saboda gyara, kuma direbobin"
                    + " manyan motoci sun ce hanyar da za su bi yanzu tana da nisa sosai kuma tana cin lokaci.";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; The council decided on Tuesday to close the bridge for two years, because the beams have rusted"
                        + " badly.",
                "fr; Le conseil a décidé mardi de fermer le pont pendant deux ans, car les poutres sont rouillées.",
                "es; El consejo decidió el martes cerrar el puente durante dos años porque las vigas están oxidadas.",
                "pt; O conselho decidiu na terça-feira fechar a ponte por dois anos porque as vigas não estão seguras.",
                "de; Der Rat beschloss am Dienstag, die Brücke für zwei Jahre zu schließen, weil die Träger verrostet"
                        + " sind.",
                "it; Il consiglio ha deciso martedì di chiudere il ponte per due anni perché le travi sono"
                        + " arrugginite.",
                "nl; De raad besloot dinsdag de brug twee jaar te sluiten omdat de balken ernstig verroest zijn.",
                "sw; Baraza liliamua Jumanne kufunga daraja hilo kwa miaka miwili kwa sababu nguzo zake zimeharibika"
                        + " sana.",
                "tr; Meclis salı günü köprünün iki yıl boyunca kapatılmasına karar verdi, çünkü kirişler paslanmış.",
                "ru; Совет решил во вторник закрыть мост на два года, потому что балки сильно проржавели.",
                "uk; Рада вирішила у вівторок закрити міст на два роки, бо балки дуже заіржавіли.",
                "ar; قرر المجلس يوم الثلاثاء إغلاق الجسر لمدة عامين بسبب الصدأ الشديد في العوارض.",
                "fa; شورا روز سه‌شنبه تصمیم گرفت پل را به دلیل زنگ‌زدگی تیرها برای دو سال ببندد.",
                "hi; परिषद ने मंगलवार को पुल को दो साल के लिए बंद करने का फैसला किया क्योंकि इसके खंभे खराब हो गए हैं।",
                "zh; 市议会周二决定关闭大桥两年，因为钢梁严重锈蚀。",
                "ja; 市議会は火曜日、橋を二年間閉鎖することを決めた。",
                "ko; 시의회는 화요일 다리를 2년간 폐쇄하기로 결정했다.",
                "am; ምክር ቤቱ ድልድዩን ለሁለት ዓመት ለመዝጋት ወሰነ።",
            })
    void news_in_a_language_is_known_by_its_text(String language, String text) {
        assertEquals(Optional.of(language), DETECTOR.detect(text, null));
    }

    @Test
    void a_declaration_is_reduced_to_its_primary_tag() {
        assertEquals(Optional.of("fr"), DETECTOR.detect(FRENCH, "fr-CA"));
        assertEquals(Optional.of("fr"), DETECTOR.detect(FRENCH, " fr_FR "));
    }

    @Test
    void a_declaration_the_text_contradicts_is_not_believed() {
        assertEquals(Optional.of("fr"), DETECTOR.detect(FRENCH, "en-US"));
        assertEquals(Optional.of("fr"), DETECTOR.detect(FRENCH, "zh"));
        assertEquals(Optional.of("fr"), DETECTOR.detect(FRENCH, "no such tag"));
    }

    @Test
    void a_declared_language_that_the_model_does_not_know_is_believed() {
        assertEquals(
                Optional.of("bm"), DETECTOR.detect("Jamana ka fanga ye a fɔ ko sira bɛna da tugu san fila.", "bm"));
    }

    @Test
    void a_template_in_english_around_hausa_is_not_english() {
        assertEquals(Optional.of("ha"), DETECTOR.detect(HAUSA, "en"));
    }

    @Test
    void the_written_form_that_croats_bosniaks_and_serbs_share_is_unknown_unless_declared() {
        String shared = "Gradsko vijeće odlučilo je u utorak zatvoriti stari most na dvije godine zbog hrđe.";
        assertEquals(Optional.empty(), DETECTOR.detect(shared, null));
        for (String declared : List.of("hr", "bs-BA", "sr_RS", "sr-Latn")) {
            assertEquals(Optional.of(declared.substring(0, 2)), DETECTOR.detect(shared, declared));
        }
        assertEquals(
                Optional.of("sr"), DETECTOR.detect("Градско веће је у уторак одлучило да затвори стари мост.", null));
    }

    @ParameterizedTest
    @CsvSource({
        "ti, ናይ ከተማ ቤት ምኽሪ እቲ ኣረጊት ድልድል ንክልተ ዓመት ክዕጾ ወሲኑ።",
        "yi, דער שטאָטראַט האָט באַשלאָסן צו פאַרמאַכן די אַלטע בריק אויף צוויי יאָר װײַל זי איז פאַרזשאַװערט.",
        "sd, شهر جي ڪائونسل پراڻي پل کي ٻن سالن لاءِ بند ڪرڻ جو فيصلو ڪيو آهي.",
    })
    void a_language_that_shares_its_script_with_a_greater_one_is_told_by_letters_of_its_own(
            String language, String text) {
        assertEquals(Optional.of(language), DETECTOR.detect(text, null));
    }

    @Test
    void a_headline_in_capitals_is_read_like_any_other() {
        assertEquals(Optional.of("fr"), DETECTOR.detect("LE MINISTRE DU LOGEMENT DÉMISSIONNE", null));
    }

    @Test
    void a_name_alone_has_no_language() {
        assertEquals(Optional.empty(), DETECTOR.detect("Ana Mora", null));
        assertEquals(Optional.of("fi"), DETECTOR.detect("Ana Mora", "fi"));
    }

    @Test
    void broken_and_endless_text_has_a_language_too() {
        assertEquals(Optional.empty(), DETECTOR.detect("\ud83d\ud83d\ud83d", null));
        assertEquals(Optional.of("fr"), DETECTOR.detect((FRENCH + " ").repeat(10_000), null));
        assertEquals(Optional.of("fr"), DETECTOR.detect(FRENCH + "\udc00".repeat(2_000), null));
    }

    @Test
    void a_few_words_are_what_the_document_declares() {
        assertEquals(Optional.of("pt"), DETECTOR.detect("Sim, não.", "pt-BR"));
    }

    @Test
    void without_letters_only_the_declaration_remains() {
        assertEquals(Optional.of("es"), DETECTOR.detect("12:30 – 14:00", "es"));
        assertEquals(Optional.empty(), DETECTOR.detect("12:30", null));
        assertEquals(Optional.empty(), DETECTOR.detect("", "und"));
    }

    @Test
    void a_detector_made_ready_finds_what_any_other_finds() {
        assertEquals(Optional.of("fr"), new LanguageDetector().ready().detect(FRENCH, "en-US"));
        assertEquals(Optional.of("pt"), new LanguageDetector().ready().detect("Sim, não.", "pt-BR"));
    }

    @Test
    void the_reason_names_what_decided() {
        assertEquals(
                "declared; written in that script",
                DETECTOR.explain("ምክር ቤቱ ወሰነ።", "am").reason());
        assertEquals("by its script", DETECTOR.explain("ምክር ቤቱ ወሰነ።", null).reason());
        assertEquals(
                "the text contradicts en: fr, probability 1.00",
                DETECTOR.explain(FRENCH, "en").reason());
    }
}
