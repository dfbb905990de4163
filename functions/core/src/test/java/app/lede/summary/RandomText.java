package app.lede.summary;

import java.util.List;
import java.util.Random;

/** Generates unnatural texts from a seed, to test sentence splitting and offsets. */
final class RandomText {

    private static final List<String> PIECES = List.of(
            "A",
            "word",
            "The end",
            "Mr",
            "U.S",
            ".",
            ". ",
            "! ",
            "?",
            "…",
            "\n",
            "\n\n",
            "\r\n",
            "\r\n\r\n",
            " ",
            "\u00a0",
            "\t",
            "😀",
            "𝒳",
            "e\u0301",
            "\u200b",
            "\ufeff",
            "”",
            "\"",
            "(",
            ")",
            "3",
            "3. ",
            "。",
            "中文",
            "मेल",
            "।",
            "عربي",
            "؟ ",
            "By Jane Doe",
            "(CNN) -- ",
            "PARIS (AFP) — ",
            "Read more",
            "\ud83d",
            "\ude00",
            "\u0000",
            "\u2028",
            "한국어",
            "http://a.b/c",
            "— ",
            "’s");

    private RandomText() {}

    static String of(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            text.append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    /** Returns the text between two code points. */
    static String slice(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }
}
