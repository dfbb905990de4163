package app.lede.local.command.bench;

import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Search;
import app.lede.search.SearchIndex;
import app.lede.search.Sort;
import java.net.URI;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.Lazy;

/** A process that opens the index and asks for one page, as a new container does. */
final class FirstHits {

    private FirstHits() {}

    /**
     * Fails unless there are hits.
     *
     * @param arguments the address of S3, and the word to look for
     */
    public static void main(String[] arguments) {
        // Made at the first call, as those of functions are.
        Lazy<S3Client> s3 = new Lazy<>(() -> SegmentedBench.client(URI.create(arguments[0])));
        SearchIndex index = SegmentedBench.layout(s3::getValue).index();
        Filter filter = Filter.ALL.asking(arguments[1]);
        boolean found = !index.search(new Search(Criteria.of(filter), Sort.NEWEST, 20, null))
                .hits()
                .isEmpty();
        System.exit(found ? 0 : 1);
    }
}
