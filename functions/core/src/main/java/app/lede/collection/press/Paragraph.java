package app.lede.collection.press;

/**
 * A paragraph of an export.
 *
 * @param text with the line breaks of a text file, stripped
 * @param heading whether a word processor's file has it as a heading
 */
record Paragraph(String text, boolean heading) {

    /** Returns the text without a number sign or label before it, lines joined. */
    String line() {
        return text.replaceAll("\\s*\\n\\s*", " ").strip();
    }
}
