package app.lede.infrastructure;

import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.RequestParametersEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.ResponseElementsEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3BucketEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.UserIdentityEntity;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.util.List;
import org.joda.time.DateTime;

/**
 * Reads event bytes into AWS's own event classes, and rejects unknown properties.
 *
 * <p>A plain mapper would silently leave the classes empty: their property is {@code records} where the JSON has {@code
 * Records}, and the S3 classes have constructors that no mapper recognises.
 */
final class AwsEvents {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().addSerializer(DateTime.class, ToStringSerializer.instance))
            .addMixIn(S3EventNotification.class, Notification.class)
            .addMixIn(S3EventNotificationRecord.class, OneRecord.class)
            .addMixIn(S3Entity.class, Entity.class)
            .addMixIn(S3BucketEntity.class, Bucket.class)
            .addMixIn(S3ObjectEntity.class, S3Object.class)
            .addMixIn(UserIdentityEntity.class, Identity.class)
            .addMixIn(RequestParametersEntity.class, Parameters.class)
            .addMixIn(ResponseElementsEntity.class, Elements.class)
            .build();

    private AwsEvents() {}

    abstract static class Notification {
        @JsonCreator
        Notification(@JsonProperty("Records") List<S3EventNotificationRecord> records) {}
    }

    abstract static class OneRecord {
        @JsonCreator
        OneRecord(
                @JsonProperty("awsRegion") String region,
                @JsonProperty("eventName") String name,
                @JsonProperty("eventSource") String source,
                @JsonProperty("eventTime") String time,
                @JsonProperty("eventVersion") String version,
                @JsonProperty("requestParameters") RequestParametersEntity parameters,
                @JsonProperty("responseElements") ResponseElementsEntity elements,
                @JsonProperty("s3") S3Entity s3,
                @JsonProperty("userIdentity") UserIdentityEntity identity) {}
    }

    abstract static class Entity {
        @JsonCreator
        Entity(
                @JsonProperty("configurationId") String configuration,
                @JsonProperty("bucket") S3BucketEntity bucket,
                @JsonProperty("object") S3ObjectEntity object,
                @JsonProperty("s3SchemaVersion") String version) {}
    }

    abstract static class Bucket {
        @JsonCreator
        Bucket(
                @JsonProperty("name") String name,
                @JsonProperty("ownerIdentity") UserIdentityEntity owner,
                @JsonProperty("arn") String arn) {}
    }

    abstract static class S3Object {
        @JsonCreator
        S3Object(
                @JsonProperty("key") String key,
                @JsonProperty("size") Long size,
                @JsonProperty("eTag") String etag,
                @JsonProperty("versionId") String version,
                @JsonProperty("sequencer") String sequencer) {}

        /** Skipped: throws above its limit of two gigabytes. */
        @JsonIgnore
        abstract Integer getSize();

        @JsonProperty("size")
        abstract Long getSizeAsLong();
    }

    abstract static class Identity {
        @JsonCreator
        Identity(@JsonProperty("principalId") String principal) {}
    }

    abstract static class Parameters {
        @JsonCreator
        Parameters(@JsonProperty("sourceIPAddress") String address) {}
    }

    abstract static class Elements {
        @JsonCreator
        Elements(@JsonProperty("x-amz-id-2") String host, @JsonProperty("x-amz-request-id") String request) {}

        @JsonProperty("x-amz-id-2")
        abstract String getxAmzId2();

        @JsonProperty("x-amz-request-id")
        abstract String getxAmzRequestId();
    }
}
