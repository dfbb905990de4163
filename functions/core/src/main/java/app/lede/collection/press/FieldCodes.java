package app.lede.collection.press;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Factiva articles whose fields begin with codes of two letters: HD for the headline, LP and TD for the text. */
final class FieldCodes {

    private static final Pattern FIELD = Pattern.compile(
            "(SE|HD|BY|CR|WC|PD|ET|SN|SC|PG|LA|CY|LP|TD|CO|IN|NS|RE|IPC|IPD|PUB|AN|VOL|ED|RF|CT|ART|CLM|CX|DLN)(?:\\s++(.*))?");

    private FieldCodes() {}

    static void read(List<Paragraph> paragraphs, ObjectNode article) {
        StringBuilder text = new StringBuilder();
        String code = "";
        for (Paragraph paragraph : paragraphs) {
            for (String line : paragraph.text().lines().toList()) {
                Matcher field = FIELD.matcher(line);
                boolean begins = field.matches();
                code = begins ? field.group(1) : code;
                String value =
                        begins ? Objects.requireNonNullElse(field.group(2), "").strip() : line;
                switch (code) {
                    case "LP", "TD" ->
                        text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : "\n")
                                .append(value);
                    case "HD" -> article.put("title", (article.path("title").asText("") + " " + value).strip());
                    case "BY" -> article.put("byline", value);
                    case "SN" -> article.put("publication", value);
                    case "PD" -> PressDate.of(value).ifPresent(day -> article.put("date", day.toString()));
                    // Codes of subjects, companies and regions.
                    default -> {}
                }
            }
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
        }
        article.put("text", text.toString().strip());
    }
}
