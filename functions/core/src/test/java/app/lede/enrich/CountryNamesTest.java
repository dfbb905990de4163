package app.lede.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The table of country names, generated from the JDK's CLDR data because names differ between JDKs and need {@code
 * jdk.localedata}. {@code -DcountryNames=true} regenerates it; review the diff before committing.
 */
class CountryNamesTest {

    private static final Path RESOURCE = Path.of("src/main/resources/app/lede/enrich/country-names.txt");

    private static final List<String> LANGUAGES =
            List.of("am ar bn cs de el en es fa fr ha hi id it ja ko nl pl pt ro ru sv sw tr uk ur zh".split(" ", -1));

    /** Codes of uninhabited territories, and of island groups whose names no text uses. */
    private static final Set<String> LEFT_OUT = Set.of("AQ", "BV", "GS", "HM", "IO", "TF", "UM");

    @BeforeAll
    static void write_the_table_anew_if_asked_to() throws IOException {
        if (!Boolean.getBoolean("countryNames")) {
            return;
        }
        Set<String> lines = new TreeSet<>();
        for (String language : LANGUAGES) {
            for (String country : Locale.getISOCountries()) {
                String name = Locale.of("", country).getDisplayCountry(Locale.of(language));
                if (!LEFT_OUT.contains(country)) {
                    lines.add(language + "\t" + country + "\t" + name);
                }
            }
        }
        String header =
                "# Country names: language, ISO 3166-1 alpha-2, name. From the Unicode CLDR (Unicode Licence) as JDK "
                        + Runtime.version().feature() + " has it;\n# written by CountryNamesTest, never by hand.\n";
        Files.writeString(RESOURCE, header + lines.stream().collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void every_language_names_every_country_once() throws IOException {
        List<String> lines = committed();
        Set<String> seen = new HashSet<>();
        for (String line : lines) {
            List<String> fields = List.of(line.split("\t", -1));
            assertEquals(3, fields.size(), line);
            assertTrue(seen.add(fields.get(0) + fields.get(1)), () -> "twice: " + line);
        }
        int countries = Locale.getISOCountries().length - LEFT_OUT.size();
        assertEquals(LANGUAGES.size() * countries, seen.size());
    }

    @Test
    void names_are_in_the_language_of_the_line() throws IOException {
        List<String> lines = committed();
        assertTrue(lines.contains("fr\tDE\tAllemagne"));
        assertTrue(lines.contains("ar\tNE\tالنيجر"));
        assertTrue(lines.contains("sw\tEG\tMisri"));
    }

    private static List<String> committed() throws IOException {
        try (InputStream in = CountryNamesTest.class.getResourceAsStream("country-names.txt")) {
            assertTrue(in != null, "country-names.txt is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
