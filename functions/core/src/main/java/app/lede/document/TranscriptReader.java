package app.lede.document;

import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/**
 * Reads subtitles as a transcript: SubRip (SRT), WebVTT and YouTube's SBV, without times and marks. A paragraph ends at a pause, at a new speaker,
 * or after a sentence once it is long enough.
 *
 * <p>Stateless and thread safe.
 */
final class TranscriptReader {

    /** Matches the beginning of SubRip: a number, then two times. */
    static final Pattern SUBRIP = Pattern.compile("\\s*+\\d{1,6}\\s*\\n\\s*\\d{1,3}:\\d\\d:\\d\\d[,.]\\d{1,3}\\s*-->");

    /** Matches the beginning of YouTube's format (SBV): two times. */
    private static final Pattern YOUTUBE =
            Pattern.compile("\\s*+\\d{1,2}:\\d\\d:\\d\\d\\.\\d{3},\\d{1,2}:\\d\\d:\\d\\d\\.\\d{3}\\s*\\n");

    private static final Pattern TIMES = Pattern.compile(
            "\\s*(?:(\\d{1,3}):)?(\\d\\d):(\\d\\d)[,.](\\d{1,3})(?:\\s*-->\\s*|,)(?:(\\d{1,3}):)?(\\d\\d):(\\d\\d)[,.](\\d{1,3}).*");

    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[\\w.]{1,60})?\\s+([^<>]{1,100})>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z\\d:.][^<>]{0,200}>|\\{\\\\[^{}]{0,100}\\}");

    /** Pause between two cues that begins a paragraph, in milliseconds. */
    private static final long PAUSE = 4_000;

    /** Length of a paragraph that ends with its sentence, in characters. */
    private static final int LONG = 500;

    private final Document dom = Document.createShell("");
    private final StringBuilder paragraph = new StringBuilder();
    private String speaker = "";
    private String last = "";
    private long end;

    private TranscriptReader() {}

    static boolean isOne(String head) {
        return head.startsWith("WEBVTT")
                || SUBRIP.matcher(head).lookingAt()
                || YOUTUBE.matcher(head).lookingAt();
    }

    static Reading read(String text) throws ReadingRefused {
        TranscriptReader reader = new TranscriptReader();
        boolean cue = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher times = TIMES.matcher(line);
            if (line.length() < 200 && times.matches()) {
                reader.cue(millis(times, 1), millis(times, 5));
                cue = true;
            } else if (line.isBlank()) {
                cue = false;
            } else if (cue) {
                reader.say(line);
            }
        }
        reader.endParagraph();
        if (!reader.dom.hasText()) {
            throw new ReadingRefused(Problem.EMPTY, "subtitles without words");
        }
        return new Markup(reader.dom, DocumentMetadata.NOTHING);
    }

    private static long millis(Matcher times, int group) {
        long hours = times.group(group) == null ? 0 : Long.parseLong(times.group(group));
        long minutes = Long.parseLong(times.group(group + 1));
        long seconds = Long.parseLong(times.group(group + 2));
        return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Long.parseLong(times.group(group + 3));
    }

    private void cue(long from, long to) {
        if (from - end > PAUSE || (paragraph.length() > LONG && endsSentence())) {
            endParagraph();
        }
        end = to;
    }

    private void say(String line) {
        Matcher voice = VOICE.matcher(line);
        if (voice.find() && !voice.group(1).equals(speaker)) {
            endParagraph();
            speaker = voice.group(1).strip();
            paragraph.append(speaker).append(": ");
        }
        String words = Entities.unescape(TAG.matcher(line).replaceAll("")).strip();
        if (words.startsWith("- ") || words.startsWith(">>")) {
            endParagraph();
            words = words.replaceFirst("^(?:-|>>+) *", "");
        }
        // Live captions say a line again while the next one grows.
        if (!words.isEmpty() && !words.equals(last)) {
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(words);
            last = words;
        }
    }

    private boolean endsSentence() {
        return ".!?。！？।؟…\"”".indexOf(paragraph.charAt(paragraph.length() - 1)) >= 0;
    }

    private void endParagraph() {
        String text = paragraph.toString().strip();
        if (!text.isEmpty()) {
            dom.body().appendElement("p").text(text);
        }
        paragraph.setLength(0);
    }
}
