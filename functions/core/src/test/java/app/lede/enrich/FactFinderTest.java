package app.lede.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactFinderTest {

    private static final FactFinder FINDER = new FactFinder();

    private static FactFinder.Found found(String text, @Nullable String language) {
        return FINDER.find(text, language, null, List.of(), null);
    }

    /** Returns the mentions of a type: name, item if known, and count. */
    private static String named(String type, String text, @Nullable String language, @Nullable String day) {
        return String.join(
                "; ",
                FINDER.find(text, language, null, List.of(), day).mentions().stream()
                        .filter(mention -> mention.type().equals(type))
                        .map(mention -> mention.name()
                                + (mention.identifier().isEmpty() ? "" : " " + mention.identifier())
                                + (mention.count() > 1 ? " x" + mention.count() : ""))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; Ada Lowe x3; Ada Lowe, 34, runs the ferry. Lowe bought it in May, and nobody knows more than"
                        + " Lowe.",
                "en; Tom Quill; The deal fell apart, said Mayor Tom Quill.",
                "en; Ines Harrow; Ines Harrow, the deputy finance minister, left early.",
                "en; Tom Quill; But Tom Quill, 50, said no.",
                "en; Tom Quill; Nobody trusts Senator Tom Quill Sunday mornings.",
                "fr; Paul Morin; Le député LREM Paul Morin, porte-parole du groupe, se tait.",
                "en; Brewster; Nobody believed Mr. Brewster at first.",
                "en; Riad al-Masri; Foreign Minister Riad al-Masri flew home.",
                "fr; Jeanne Morin x2; Le pont est fermé, a dit la maire Jeanne Morin. Morin promet des bacs.",
                "fr; Paul Vasseur; Paul Vasseur, directeur du port, ne dit rien.",
                "es; Lucía Prado; La alcaldesa Lucía Prado cerró el puente.",
                "pt; Rui Salgado; O ministro Rui Salgado pediu calma.",
                "de; Karin Brandt; Die Brücke bleibt zu, sagte Bürgermeisterin Karin Brandt.",
                "it; Elena Corti; Il ponte resta chiuso, dice la sindaca Elena Corti.",
                "ru; Анна Белова; Мост закрыт, сказала министр Анна Белова.",
                "pl; Jan Zaremba; Most jest zamknięty, mówi burmistrz Jan Zaremba.",
                "sw; Amina Otieno; Daraja limefungwa, alisema waziri Amina Otieno.",
            })
    void a_person_is_whom_a_title_role_or_age_shows_to_be_one(String language, String persons, String text) {
        assertEquals(persons, named(Mention.PERSON, text, language, null));
    }

    @Test
    void a_name_without_evidence_is_no_person() {
        assertEquals(
                "", named(Mention.PERSON, "The Silver Lake froze. Green Valley and Ada Lowe were quiet.", "en", null));
        assertEquals("", named(Mention.PERSON, "The Bureau of Justice Statistics moved to the West Bank.", "en", null));
        assertEquals("", named(Mention.ORGANIZATION, "They met in the West Bank on Monday.", "en", null));
        assertEquals("", named(Mention.PERSON, "Premier League clubs met General Motors in the Bay Area.", "en", null));
        assertEquals("", named(Mention.PERSON, "Le secrétaire général de l'Élysée n'a rien dit.", "fr", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; Northbank Ltd; The boats belong to Northbank Ltd and its owner.",
                "en; Ministry of Public Health; A letter came from the Ministry of Public Health on Monday.",
                "en; Free Ferry Movement x2; The Free Ferry Movement (FFM) sued. The FFM wants a boat.",
                "en; Harbour Commission; Nobody at the Harbour Commission answered.",
                "fr; Université de Bouaké; Elle enseigne à l'Université de Bouaké depuis mai.",
                "es; Ministerio de Pesca; El Ministerio de Pesca no contestó.",
                "de; Universität für Bodenkunde; Sie forscht an der Universität für Bodenkunde.",
                "pt; Banco do Norte; O Banco do Norte fechou três agências.",
                "en; World Health Organization Q7817; The World Health Organization sent tents.",
                "ar; الأمم المتحدة Q1065; قالت الأمم المتحدة إن الطريق مغلق.",
            })
    void an_organisation_is_what_its_own_name_or_the_table_shows_to_be_one(
            String language, String organizations, String text) {
        assertEquals(organizations, named(Mention.ORGANIZATION, text, language, null));
    }

    @Test
    void a_head_of_state_is_linked_by_full_name_or_by_role_while_in_office() {
        String text = "Der Vertrag wurde von Präsident Obama unterschrieben.";
        assertEquals("Barack Obama Q76", named(Mention.PERSON, text, "de", "2012-05-01"));
        assertEquals("Obama", named(Mention.PERSON, text, "de", "2026-05-01T10:00:00Z"));
        assertEquals(
                "Emmanuel Macron Q3052772 x2",
                named(Mention.PERSON, "Emmanuel Macron est arrivé. Macron repart ce soir.", "fr", null));
        assertEquals("", named(Mention.PERSON, "A trump card, and Trump Street.", "en", "2026-05-01"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; Bamako Q3703 x2; Bamako was quiet. Shops in Bamako stayed shut.",
                "fr; Bamako Q3703; BAMAKO (AFP) - Le bac repart.",
                "en; Washington Q61; Envoys met in Washington.",
                "en; ; Denzel Washington and Sofia Reyes and Paris Moreno acted.",
                "en; ; A barn burned down in Paris, Texas.",
                "ar; القاهرة Q85; أغلق الجسر في القاهرة أمس.",
                "zh; 北京 Q956; 北京的老桥关闭了。",
            })
    void a_capital_is_linked_unless_it_is_somebodys_name_or_another_place(
            String language, @Nullable String places, String text) {
        assertEquals(places == null ? "" : places, named(Mention.PLACE, text, language, null));
    }

    @Test
    void countries_and_blocs_are_linked_by_their_codes() {
        List<Mention> mentions = found("Mali asked the EU for help.", "en").mentions();
        assertEquals("http://www.wikidata.org/entity/Q912", Wikidata.address(mentions.get(0)));
        assertEquals("http://www.wikidata.org/entity/Q458", Wikidata.address(mentions.get(1)));
        assertEquals(null, Wikidata.address(new Mention(Mention.PERSON, "Ada Lowe", "", List.of(new Span(0, 8)))));
    }

    @Test
    void what_comes_often_early_and_in_the_headline_weighs_most() {
        List<Mention> mentions = FINDER.find(
                        "Mali closed the border. Mali opened it. Mali waits. " + "Rain fell. ".repeat(40)
                                + "Togo agreed.",
                        "en",
                        "Mali closes its border",
                        List.of(),
                        null)
                .mentions();
        assertEquals("ML", mentions.get(0).identifier());
        assertEquals(100, mentions.get(0).salience());
        assertTrue(mentions.get(1).salience() < 20, mentions.toString());
    }

    @Test
    void terms_are_what_the_text_repeats() {
        List<String> terms = found(
                        "The swing bridge will stay shut. Engineers found rust in the swing bridge last May. A ferry"
                                + " replaces the swing bridge; the ferry takes forty cars. Rust is dear.",
                        "en")
                .facts()
                .terms();
        assertEquals(List.of("swing bridge", "rust", "ferry"), terms);
        assertEquals(List.of(), found("Nothing here comes twice.", "en").facts().terms());
        assertEquals(
                List.of("quota"),
                found("The World Bank set a quota. The World Bank dropped the quota.", "en")
                        .facts()
                        .terms());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Reuters; BAMAKO, May 3 (Reuters) - The ferry sails.",
                "AP; The ferry sails again. (AP)",
                "dpa; Die Fähre fährt wieder.|Quelle: dpa",
                "AFP; Le bac repart.|© 2026 AFP",
                "AFP; Le bac repart.|Par AFP/Le Courrier",
                "Xinhua; 渡轮恢复航行。（新华社）",
                "none; The minister told Reuters that the ferry sails again.",
                "none; He said he would take the AA route home.",
                "none; A note from the PA.",
            })
    void a_wire_credit_stands_in_the_dateline_or_the_last_lines(String agency, String text) {
        String credited = found(text.replace('|', '\n'), null).facts().agency();
        assertEquals(agency, credited == null ? "none" : credited);
    }

    @Test
    void an_agency_may_be_the_author() {
        assertEquals(
                "AP",
                FINDER.find("It rains.", "en", null, List.of("Ada Lowe", "Associated Press"), null)
                        .facts()
                        .agency());
        assertEquals(
                null,
                FINDER.find("It rains.", "en", null, List.of("Ada Lowe"), null)
                        .facts()
                        .agency());
    }

    @Test
    void hostile_text_has_bounded_facts() {
        String names = "President Ab Cd, ".repeat(20_000);
        assertTrue(found(names, "en").mentions().size() <= 1);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            many.append("Mr ")
                    .append("Aa")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i / 676))
                    .append(". ");
        }
        assertTrue(found(many.toString(), "en").mentions().size() <= 60);
        assertEquals(List.of(), found("\ud83d".repeat(1_000) + " \udc00", "en").mentions());
        assertEquals(List.of(), found("(".repeat(50_000) + "AP", null).mentions());
        assertEquals(Facts.NONE, found("", null).facts());
    }
}
