package app.lede.web;

import java.net.UnknownHostException;

/** Thrown by the guard's resolver; the HTTP client has no other way to stop before connecting. */
final class BlockedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    BlockedAddressException(String reason) {
        super(reason);
    }
}
