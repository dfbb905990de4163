package app.lede.web;

/**
 * The User-Agent: program, version, and a contact for publishers.
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

    /** Creates the agent of the running version; {@code dev} when run from classes rather than a jar. */
    public static UserAgent of(String contact) {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        return new UserAgent(version == null ? "dev" : version, contact);
    }

    /** Returns the header's value. */
    public String header() {
        return "Lede/" + version + " (+" + contact + ")";
    }
}
