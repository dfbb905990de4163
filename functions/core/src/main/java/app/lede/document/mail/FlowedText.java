package app.lede.document.mail;

/** Joins the lines of a text in format=flowed (RFC 3676): a line that ends in a space goes on in the next one. */
final class FlowedText {

    private FlowedText() {}

    /** Returns the text with a line for each paragraph; {@code delsp} tells that the space itself is no part of the text. */
    static String joined(String text, boolean delsp) {
        StringBuilder joined = new StringBuilder(text.length());
        String quotes = "";
        boolean open = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            boolean stuffed = depth < line.length() && line.charAt(depth) == ' ';
            String words = line.substring(stuffed ? depth + 1 : depth);
            if (!open || depth != quotes.length()) {
                quotes = ">".repeat(depth);
                joined.append(joined.isEmpty() ? "" : "\n").append(quotes).append(depth > 0 ? " " : "");
            }
            open = words.endsWith(" ") && !words.equals("-- ");
            joined.append(open && delsp ? words.substring(0, words.length() - 1) : words);
        }
        return joined.append('\n').toString();
    }
}
