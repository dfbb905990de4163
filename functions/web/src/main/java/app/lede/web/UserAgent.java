package app.lede.web;

/**
 * Who asks: publishers must be able to tell and to write to someone.
 *
 * @param version of this program
 * @param contact a URL or a mail address
 */
public record UserAgent(String version, String contact) {

    public UserAgent {
        if (contact.isBlank()) {
            throw new IllegalArgumentException(
                    "CONTACT is empty: set a URL or mail address that publishers can write to");
        }
        if (!(version + contact).chars().allMatch(c -> c > ' ' && c < 0x7f && c != '(' && c != ')')) {
            throw new IllegalArgumentException(
                    "version and contact must be printable ASCII without spaces or parentheses, got " + version
                            + " and " + contact);
        }
    }

    /** Of the version that is running; {@code dev} where it runs from classes rather than from its jar. */
    public static UserAgent of(String contact) {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        return new UserAgent(version == null ? "dev" : version, contact);
    }

    /** The value of the User-Agent header. */
    public String header() {
        return "Lede/" + version + " (+" + contact + ")";
    }
}
