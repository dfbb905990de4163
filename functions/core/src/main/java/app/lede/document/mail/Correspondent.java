package app.lede.document.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who a mail is from, as its header says: {@code "Lan Tú at The Courier" <lan@courier.example>}.
 *
 * @param person null where the name is an organisation's, or there is none
 * @param organisation null where the name is a person's alone
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

    /** "Somebody at (from, of, via) an organisation", also behind a bar or a comma. */
    private static final Pattern AT =
            Pattern.compile("(?i)\\s+(?:at|from|of|via|von|bei|de|du|di|chez)\\s+|\\s*[|,]\\s*|\\s+[-–—@]\\s+");

    /**
     * Reads a From field.
     *
     * @param list whether the mail goes to the subscribers of a list: then a name alone is the sender's, not a person's
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
        return domain.toLowerCase(Locale.ROOT).replaceFirst("[.>]+$", "");
    }

    /** Two to four words, each with a capital or in a script without them; "The" begins no person's name. */
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
