package app.lede.document.mail;

import app.lede.text.LowerCase;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sender of a mail, from its From field: {@code "Lan Tú at The Courier" <lan@courier.example>}.
 *
 * @param person null if the name is an organisation's or missing
 * @param organisation null if the name is only a person's
 * @param domain of the address, in lower case
 */
record Correspondent(
        @Nullable String person,
        @Nullable String organisation,
        @Nullable String domain) {

    /** Of a longer field no more is read, in UTF-16 units. */
    private static final int MAX_FIELD = 1000;

    private static final Pattern ADDRESS =
            Pattern.compile("^\\s*\"?([^\"<>]{0,200}?)\"?\\s*<[^<>@\\s]{1,100}@([^<>@\\s]{1,253})>");
    private static final Pattern BARE = Pattern.compile("^\\s*[^<>@\\s]{1,100}@([^<>@\\s]{1,253})");

    /** Matches "Person at (from, of, via) Organisation", or the two separated by a bar or a comma. */
    private static final Pattern AT =
            Pattern.compile("(?i)\\s+(?:at|from|of|via|von|bei|de|du|di|chez)\\s+|\\s*[|,]\\s*|\\s+[-–—@]\\s+");

    /**
     * Parses a From field.
     *
     * @param list whether the mail goes to a mailing list; a bare name is then an organisation's
     */
    static Correspondent of(String from, boolean list) {
        String field = from.substring(0, Math.min(from.length(), MAX_FIELD));
        Matcher address = ADDRESS.matcher(field);
        if (!address.find()) {
            Matcher bare = BARE.matcher(field);
            return new Correspondent(null, null, bare.find() ? domain(bare.group(1)) : null);
        }
        String name = address.group(1).strip();
        String domain = domain(address.group(2));
        String[] sides = AT.split(name, 2);
        if (sides.length == 2 && isPerson(sides[0])) {
            return new Correspondent(sides[0], sides[1].strip(), domain);
        }
        boolean person = !list && isPerson(name);
        return new Correspondent(person ? name : null, person || name.isEmpty() ? null : name, domain);
    }

    Optional<String> sender() {
        return Optional.ofNullable(domain);
    }

    private static String domain(String domain) {
        return LowerCase.of(domain).replaceFirst("[.>]+$", "");
    }

    /** Tests for two to four words, each capitalised or in a script without case, not starting with "The". */
    private static boolean isPerson(String name) {
        String[] words = name.strip().split("\\s+", -1);
        if (words.length < 2 || words.length > 4 || words[0].equalsIgnoreCase("the")) {
            return false;
        }
        int first = words[0].codePointAt(0);
        int last = words[words.length - 1].codePointAt(0);
        return !Character.isLowerCase(first)
                && !Character.isLowerCase(last)
                && name.codePoints().noneMatch(Character::isDigit);
    }
}
