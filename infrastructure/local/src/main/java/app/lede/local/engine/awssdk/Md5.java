package app.lede.local.engine.awssdk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** MD5, which S3 makes its ETags of. */
final class Md5 {
    private Md5() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }
}
