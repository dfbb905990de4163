package app.lede.local.engine;

/** What clients sign with. Nothing is kept from anybody by these: the engines listen on loopback only. */
public record Credentials(String region, String accessKeyId, String secretAccessKey) {

    /** The credentials of every stack on this machine; DynamoDB Local takes letters and digits only as a key id. */
    public static Credentials local() {
        return new Credentials("us-east-1", "lede", "lede-on-this-machine");
    }
}
