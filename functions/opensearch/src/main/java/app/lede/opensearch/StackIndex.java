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
 * Opens the search index that a stack has by the template parameter {@code Search}: an index of an OpenSearch cluster, Lucene
 * segments in S3, or none. Thread safe.
 */
public final class StackIndex {

    private final Environment environment;
    private final Supplier<S3Client> s3;

    public StackIndex(Environment environment, Supplier<S3Client> s3) {
        this.environment = environment;
        this.s3 = s3;
    }

    /**
     * Opens the index; nothing is read yet.
     *
     * @param url of an index of a cluster, as in {@link #cluster}; takes precedence
     * @param bucket of the segments
     */
    public Optional<SearchIndex> open(Optional<String> url, Optional<String> bucket) {
        Optional<SearchIndex> cluster = url.map(this::cluster);
        return cluster.or(
                () -> bucket.map(name -> new IndexLayout(new S3Segments(s3, name), environment.clock()).index()));
    }

    /** Opens the index for writing, as {@link #open}; that of a cluster is created, or given the fields that it lacks. */
    public SearchIndex create(Optional<String> url, Optional<String> bucket) {
        SearchIndex index = open(url, bucket)
                .orElseThrow(
                        () -> new IllegalStateException("the stack names neither a cluster nor a bucket to index in"));
        if (index instanceof OpenSearchIndex cluster) {
            cluster.create();
        }
        return index;
    }

    private OpenSearchIndex cluster(String url) {
        return cluster(
                URI.create(url),
                () -> new SigV4(
                        DefaultCredentialsProvider.builder().build(),
                        environment.require("AWS_REGION"),
                        environment.clock()));
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
