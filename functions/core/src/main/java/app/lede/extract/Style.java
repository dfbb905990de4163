package app.lede.extract;

/**
 * How a passage is set.
 *
 * @param linked the share of the text's letters that are links, 0 to 1
 * @param strong the share that is set in bold, 0 to 1
 * @param stressed the share that is set in italics, 0 to 1
 * @param linkFirst whether its first letter is a link's
 * @param afterPicture whether a picture stands between the passage before and this one
 */
record Style(double linked, double strong, double stressed, boolean linkFirst, boolean afterPicture) {

    static final Style PLAIN = new Style(0, 0, 0, false, false);
}
