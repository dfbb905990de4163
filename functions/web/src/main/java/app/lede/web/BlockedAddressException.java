package app.lede.web;

import java.net.UnknownHostException;

/** Thrown by the fence through the HTTP client, which knows no other way to stop before connecting. */
final class BlockedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    BlockedAddressException(String reason) {
        super(reason);
    }
}
