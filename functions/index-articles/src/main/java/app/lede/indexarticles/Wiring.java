package app.lede.indexarticles;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoStories;
import app.lede.aws.s3.S3Articles;
import app.lede.opensearch.StackIndex;
import app.lede.pipeline.GroupStories;
import app.lede.pipeline.IndexArticles;
import app.lede.search.SearchIndex;
import software.amazon.awssdk.services.s3.S3Client;

/** Wires the function from its environment. */
final class Wiring {

    private Wiring() {}

    static IndexArticles step(Environment environment) {
        AwsClients clients = new AwsClients(environment);
        S3Client s3 = clients.s3();
        SearchIndex index = new StackIndex(environment, () -> s3)
                .create(environment.find("OPENSEARCH_URL"), environment.find("INDEX_BUCKET"));
        GroupStories stories = new GroupStories(
                index,
                new DynamoStories(clients.dynamoDb(), environment.require("STORIES_TABLE")),
                environment.clock());
        return new IndexArticles(
                new S3Articles(s3, environment.require("LIBRARY_BUCKET")), index::apply, stories::regroup);
    }
}
