package app.lede.compactindex;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.s3.S3Segments;
import app.lede.lucene.segments.Compactor;
import app.lede.lucene.segments.IndexLayout;

/** Wires the function from its environment. */
final class Wiring {

    private Wiring() {}

    static Compactor compactor(Environment environment) {
        S3Segments store = new S3Segments(new AwsClients(environment).s3(), environment.require("INDEX_BUCKET"));
        return new IndexLayout(store, environment.clock()).compactor();
    }
}
