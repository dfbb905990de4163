package app.lede.opensearch;

import app.lede.aws.Environment;
import app.lede.aws.s3.S3Segments;
import app.lede.lucene.segments.IndexLayout;
import app.lede.search.SearchIndex;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Opens the search index that a stack has by the template parameter {@code Search}: an index of an OpenSearch cluster
 * ({@code OPENSEARCH_URL}), Lucene segments in S3 ({@code INDEX_BUCKET}), or none.
 */
public final class StackIndex {

    private static final String CLUSTER = "OPENSEARCH_URL";
    private static final String BUCKET = "INDEX_BUCKET";

    private StackIndex() {}

    /** Opens the index; nothing is read yet. */
    public static Optional<SearchIndex> open(Environment environment, Supplier<S3Client> s3) {
        Optional<SearchIndex> cluster = environment.find(CLUSTER).map(url -> cluster(url, environment));
        return cluster.or(() -> environment
                .find(BUCKET)
                .map(bucket -> new IndexLayout(new S3Segments(s3.get(), bucket), environment.clock()).index()));
    }

    /** Opens the index for writing, and creates that of a cluster unless it exists. */
    public static SearchIndex create(Environment environment, Supplier<S3Client> s3) {
        SearchIndex index = open(environment, s3)
                .orElseThrow(() -> new IllegalStateException("neither " + CLUSTER + " nor " + BUCKET + " is set"));
        if (index instanceof OpenSearchIndex cluster) {
            cluster.create();
        }
        return index;
    }

    private static OpenSearchIndex cluster(String url, Environment environment) {
        return cluster(URI.create(url), () -> new SigV4(
                DefaultCredentialsProvider.builder().build(), environment.require("AWS_REGION"), environment.clock()));
    }

    /**
     * Opens an index of a cluster.
     *
     * @param url of the cluster with the name of the index as path, {@code https://host/articles}
     * @param signing for an https URL; others are a node on this machine and not signed
     * @throws IllegalArgumentException if the URL names no index
     */
    public static OpenSearchIndex cluster(URI url, Supplier<Signing> signing) {
        String path = String.valueOf(url.getPath());
        if (!path.matches("/[a-z][a-z0-9_-]{0,99}")) {
            throw new IllegalArgumentException("expected an address such as https://host/articles, not " + url);
        }
        boolean secure = "https".equals(url.getScheme());
        return new OpenSearchIndex(new HttpRest(url, secure ? signing.get() : Signing.NONE), path.substring(1));
    }
}
