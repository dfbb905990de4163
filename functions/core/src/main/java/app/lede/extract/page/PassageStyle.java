package app.lede.extract.page;

/**
 * Typographic style of a passage.
 *
 * @param linked share of letters in links, 0 to 1
 * @param strong share of letters in bold, 0 to 1
 * @param stressed share of letters in italics, 0 to 1
 * @param linkFirst whether it begins with a link
 * @param afterPicture whether a picture precedes it
 */
public record PassageStyle(double linked, double strong, double stressed, boolean linkFirst, boolean afterPicture) {

    static final PassageStyle PLAIN = new PassageStyle(0, 0, 0, false, false);
}
