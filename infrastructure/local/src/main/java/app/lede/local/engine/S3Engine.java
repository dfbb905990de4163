package app.lede.local.engine;

import app.lede.local.engine.awssdk.ObjectStore;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.shaded.org.eclipse.jetty.server.Server;

/** Runs S3Proxy with signature checks, in memory or on a folder. */
final class S3Engine {
    /** The CORS rule of the documents bucket; {@link S3Guard} refuses all pages but those of this machine. */
    private static final CrossOriginResourceSharing UPLOADS_BY_BROWSERS =
            new CrossOriginResourceSharing(List.of("*"), List.of("PUT"), List.of("*"), List.of(), "");

    private S3Engine() {}

    /**
     * Starts the engine.
     *
     * @param port 0 for a free one
     * @param data folder of the objects; in memory if absent
     * @param listener called for every object after it is stored, before the client gets its response
     */
    static Engine start(int port, Optional<Path> data, Credentials credentials, Consumer<StoredObject> listener)
            throws Exception {
        BlobStore store = new NotifyingBlobStore(store(data), listener);
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://" + Engine.LOOPBACK + ":" + port))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4, credentials.accessKeyId(), credentials.secretAccessKey())
                .ignoreUnknownHeaders(true)
                .corsRules(UPLOADS_BY_BROWSERS)
                .build();
        AccessGrant grant = new AccessGrant(credentials.secretAccessKey(), store);
        proxy.setBlobStoreLocator((identity, bucket, key) -> grant);
        guard(proxy);
        proxy.start();
        return Engine.on(proxy.getPort(), () -> stop(proxy, store));
    }

    private static BlobStore store(Optional<Path> data) throws IOException {
        return data.isEmpty()
                ? ObjectStore.inMemory()
                : ObjectStore.in(data.get().resolve("objects"));
    }

    /** Guards S3Proxy through its server, since its handler accepts none in front. */
    private static void guard(S3Proxy proxy) throws ReflectiveOperationException {
        Field field = S3Proxy.class.getDeclaredField("server");
        field.setAccessible(true);
        Server server = (Server) field.get(proxy);
        server.setHandler(new S3Guard(server.getHandler()));
    }

    private static void stop(S3Proxy proxy, BlobStore store) {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy did not stop", e);
        } finally {
            store.close();
        }
    }
}
