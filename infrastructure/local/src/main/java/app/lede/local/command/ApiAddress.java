package app.lede.local.command;

import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.engine.Credentials;
import app.lede.local.proxy.SignedApi;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Opens the API at an address: with the credentials of the environment on AWS, with those of local stacks on this machine. */
final class ApiAddress {

    private static final Pattern API_GATEWAY =
            Pattern.compile("[a-z0-9]+\\.execute-api\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?");

    private static final Pattern THIS_MACHINE = Pattern.compile("127\\.0\\.0\\.1|localhost|\\[::1]");

    private ApiAddress() {}

    /**
     * Returns a caller of an API.
     *
     * @param region of the API; empty for the one in its address, else that of the environment
     * @throws WrongUsage if the address is none, or there are no credentials
     */
    static SignedApi signed(URI api, Optional<String> region) {
        String host = Optional.ofNullable(api.getHost()).orElse("");
        boolean here = THIS_MACHINE.matcher(host).matches();
        if (host.isEmpty() || !("https".equals(api.getScheme()) || ("http".equals(api.getScheme()) && here))) {
            throw new WrongUsage("the API's address begins with https://, or on this machine with http://: " + api);
        }
        return new SignedApi(
                api,
                here ? Credentials.local().region() : region(host, region),
                here ? ofLocalStack() : ofEnvironment(),
                InstantSource.system());
    }

    private static String region(String host, Optional<String> region) {
        Matcher named = API_GATEWAY.matcher(host.toLowerCase(Locale.ROOT));
        return region.orElseGet(() -> named.matches() ? named.group(1) : ofProfile());
    }

    private static String ofProfile() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion().id();
        } catch (SdkException e) {
            throw new WrongUsage("no region: name it with --region or AWS_REGION");
        }
    }

    /** Returns the key of stacks on this machine; whatever else listens here learns nothing of anybody's own. */
    private static AwsCredentialsProvider ofLocalStack() {
        Credentials local = Credentials.local();
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(local.accessKeyId(), local.secretAccessKey()));
    }

    /** Fails at the start rather than at the first request. */
    private static AwsCredentialsProvider ofEnvironment() {
        AwsCredentialsProvider found = DefaultCredentialsProvider.builder().build();
        try {
            found.resolveCredentials();
            return found;
        } catch (SdkException e) {
            throw new WrongUsage("no AWS credentials: " + e.getMessage());
        }
    }
}
