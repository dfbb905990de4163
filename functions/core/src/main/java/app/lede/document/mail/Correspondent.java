package app.lede.document.mail;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.util.Optional;
import java.util.Set;
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

    /** Family names of most people in China, Taiwan and Japan written in one sign, and of most in Korea. */
    private static final String FAMILIES =
            "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林郑鄭罗羅梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋方白邹鄒"
                    + "孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔汤湯"
                    + "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄원천방공현함변염여추도소석선설마길";

    /** Last signs of offices, papers and companies. */
    private static final String OFFICES = "社报報网網局部台臺署会會院府司室组組团團处處사부원청국실팀처회省市县縣區区州";

    /** Papers, places and companies whose names begin as those of persons do. */
    private static final Set<String> NO_PERSONS = Set.copyOf(Table.lines(Correspondent.class, "no-persons.txt"));

    /** Tests for a Chinese name of two or three signs or a Korean one of three, which has no space in it. */
    private static boolean isPersonInSigns(String name) {
        boolean chinese =
                (name.length() == 2 || name.length() == 3) && name.codePoints().allMatch(Character::isIdeographic);
        boolean korean = name.length() == 3
                && name.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
        return (chinese || korean)
                && !NO_PERSONS.contains(name)
                && FAMILIES.indexOf(name.charAt(0)) >= 0
                && OFFICES.indexOf(name.charAt(name.length() - 1)) < 0;
    }

    /** Tests for two to four words, each capitalised or in a script without case, not starting with "The". */
    private static boolean isPerson(String name) {
        if (isPersonInSigns(name)) {
            return true;
        }
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
