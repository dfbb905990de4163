package app.lede.document.mail;

import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Page;
import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Unreadable;
import app.lede.document.ReadingRefused;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the story of a mail in a document or mail attached to it. */
final class Attachments {

    /** Mails within mails that are opened. */
    static final int MAX_DEPTH = 3;

    /** Attachments that are read for the story of a mail. */
    private static final int MAX_READ = 5;

    /** Attachments that are read to find several stories. */
    private static final int MAX_STORIES = 100;

    /** Words of a story that are compared. */
    private static final int COMPARED = 2_000;

    /** Share of words that two forms of one story have in common, such as its DOCX and its PDF. */
    private static final double SAME = 0.7;

    private static final int MIN_STORY = 40;

    /** Words of a covering note; a longer text is a story of its own. */
    private static final int MAX_NOTE = 120;

    private final MailReader.DocumentOpener opener;

    Attachments(MailReader.DocumentOpener opener) {
        this.opener = opener;
    }

    private record Opened(RawDocument document, Reading reading, int words) {

        String name() {
            return document.name();
        }
    }

    /**
     * Returns the attachments that are stories, each once however many forms of it there are, and those that can't be read, so that
     * each gets its outcome; empty if the mail itself is more than a note or has fewer than two stories.
     *
     * @param own reading of the mail's own text; null if it has none
     */
    List<RawDocument> stories(Message message, @Nullable Reading own) {
        int note = own == null ? 0 : words(own);
        if (note > MAX_NOTE || message.documents().size() < 2) {
            return List.of();
        }
        List<RawDocument> parts = new ArrayList<>();
        List<Set<String>> seen = new ArrayList<>();
        for (Opened each : open(message, 0, MAX_STORIES)) {
            Set<String> words =
                    new HashSet<>(List.of(Words.key(text(each.reading())).split(" ", COMPARED)));
            if (each.words() >= Math.max(MIN_STORY, note) && seen.stream().noneMatch(other -> isSame(words, other))) {
                parts.add(each.document());
                seen.add(words);
            } else if (each.reading() instanceof Unreadable) {
                parts.add(each.document());
            }
        }
        return seen.size() < 2 ? List.of() : List.copyOf(parts);
    }

    private static boolean isSame(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return common > SAME * Math.max(one.size(), other.size());
    }

    /**
     * Returns the longest attached story if the mail itself is a note; the mail's date fills the gap of a story that has none.
     *
     * @param own reading of the mail's own text; null if it has none
     */
    Reading orStory(Message message, @Nullable Reading own, DocumentMetadata about, int depth, Unreadable nothing) {
        int note = own == null ? 0 : words(own);
        List<Opened> opened = own != null && (note > MAX_NOTE || own instanceof Unreadable)
                ? List.of()
                : open(message, depth, MAX_READ);
        Optional<Opened> story = opened.stream()
                .filter(each -> each.words() >= Math.max(own == null ? 1 : MIN_STORY, 2 * note))
                .max(Comparator.comparingInt(Opened::words));
        if (story.isPresent()) {
            return attributed(story.get(), opened.size(), about);
        }
        if (own != null) {
            return own;
        }
        return opened.stream()
                .filter(each -> each.reading() instanceof Unreadable)
                .findFirst()
                .map(each -> inside(each.name(), (Unreadable) each.reading()))
                .orElse(nothing);
    }

    private List<Opened> open(Message message, int depth, int most) {
        List<Opened> opened = new ArrayList<>();
        if (depth < MAX_DEPTH) {
            message.documents().stream().limit(most).forEach(part -> open(part, depth, opened));
        }
        return opened;
    }

    private void open(Part part, int depth, List<Opened> opened) {
        String type = part.isMail() ? "message/rfc822" : part.type();
        String name = part.name().isEmpty() && part.isMail() ? "mail.eml" : part.name();
        try {
            List<RawDocument> documents = WinMail.isOne(part.bytes())
                    ? WinMail.documents(part.bytes())
                    : List.of(new RawDocument(part.bytes(), type, name, null));
            for (RawDocument document : documents.subList(0, Math.min(MAX_READ, documents.size()))) {
                Reading reading = opener.read(document, depth + 1);
                opened.add(new Opened(document, reading, words(reading)));
            }
        } catch (ReadingRefused e) {
            RawDocument unread = new RawDocument(part.bytes(), type, name, null);
            opened.add(new Opened(unread, new Unreadable(e.problem(), String.valueOf(e.getMessage())), 0));
        }
    }

    private static Unreadable inside(String name, Unreadable attached) {
        String attachment = name.isEmpty() ? "the attachment" : "the attachment " + name;
        return new Unreadable(attached.problem(), attachment + ": " + attached.detail(), attached.about());
    }

    private static Reading attributed(Opened story, int opened, DocumentMetadata mail) {
        DocumentMetadata about = story.reading().about();
        for (Term term : List.of(Term.PUBLISHED, Term.SENDER, Term.LANGUAGE)) {
            if (about.all(term).isEmpty()) {
                about = about.andAll(term, mail.all(term));
            }
        }
        String which = story.name().isEmpty() ? "an attachment" : "the attachment " + story.name();
        String rest = opened > 1 ? "; one of " + opened + " attachments, the longest" : "";
        return story.reading().with(about.remarking("the story is " + which + rest));
    }

    private static int words(Reading reading) {
        return Words.count(text(reading));
    }

    private static String text(Reading reading) {
        return switch (reading) {
            case Plain plain -> plain.text();
            case Markup markup -> markup.dom().text();
            case Page page -> page.dom().text();
            case Unreadable ignored -> "";
        };
    }
}
