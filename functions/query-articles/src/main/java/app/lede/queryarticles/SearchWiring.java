package app.lede.queryarticles;

import app.lede.aws.Environment;
import app.lede.aws.s3.S3Segments;
import app.lede.lucene.segments.IndexLayout;
import app.lede.search.SearchIndex;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** Wires the search index, which a stack may be without. */
final class SearchWiring {

    private SearchWiring() {}

    static Optional<SearchIndex> index(Environment environment, S3Client s3) {
        return environment
                .find("INDEX_BUCKET")
                .map(bucket -> new IndexLayout(new S3Segments(s3, bucket), environment.clock()).index());
    }
}
