package app.lede.collection;

import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Streams the stories attached to one mail: forwarded mails and documents. Not thread safe. */
final class MailParts implements Parts {

    private static final String OUTLOOK = "\u00d0\u00cf\u0011\u00e0";

    private static final Pattern MULTIPART =
            Pattern.compile("multipart/(?:mixed|digest|related|signed)\\b", Pattern.CASE_INSENSITIVE);

    private final Iterator<RawDocument> stories;
    private int number;

    private MailParts(List<RawDocument> stories) {
        this.stories = stories.iterator();
    }

    /** Tests the beginning of a file for a mail that may have attachments; most other files are ruled out. */
    static boolean mayBe(String head) {
        return head.startsWith(OUTLOOK) || MULTIPART.matcher(head).find();
    }

    /** Opens a mail; empty if fewer than two stories are attached. */
    static Optional<Parts> open(DocumentReader reader, byte[] mail) {
        List<RawDocument> stories = reader.attachedStories(mail);
        return stories.isEmpty() ? Optional.empty() : Optional.of(new MailParts(stories));
    }

    @Override
    public Optional<Part> next() {
        if (!stories.hasNext()) {
            return Optional.empty();
        }
        RawDocument story = stories.next();
        String name = "attachment " + ++number + (story.name().isEmpty() ? "" : " " + story.name());
        return Optional.of(new Part.Document(name, story.bytes(), story.contentType()));
    }
}
