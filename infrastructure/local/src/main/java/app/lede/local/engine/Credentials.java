package app.lede.local.engine;

/** Credentials for signing requests. They protect nothing: the engines listen on loopback only. */
public record Credentials(String region, String accessKeyId, String secretAccessKey) {

    /** Returns the credentials of every local stack; DynamoDB Local accepts only letters and digits in a key id. */
    public static Credentials local() {
        return new Credentials("us-east-1", "lede", "lede-on-this-machine");
    }
}
