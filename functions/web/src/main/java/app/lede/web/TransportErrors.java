package app.lede.web;

import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Failure;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Maps exceptions of the HTTP client to outcomes. */
final class TransportErrors {

    private TransportErrors() {}

    /**
     * Returns the outcome of an exception thrown while requesting a URL, or while reading its body if {@code answered}.
     */
    static FetchOutcome outcome(URI url, IOException e, boolean answered) {
        if (e instanceof BlockedAddressException) {
            return new FetchOutcome.Blocked(url.toString(), message(e));
        }
        return new FetchOutcome.Failed(url, failure(origin(e), answered), message(e));
    }

    private static Failure failure(Exception e, boolean answered) {
        return switch (e) {
            case UnknownHostException x -> Failure.DNS;
            case SocketTimeoutException x -> Failure.TIMEOUT;
            case SSLException x -> Failure.TLS;
            case TruncatedChunkException x -> Failure.TRUNCATED;
            case MalformedChunkCodingException x -> Failure.PROTOCOL;
            case MessageConstraintException x -> Failure.PROTOCOL;
            case NoHttpResponseException x -> Failure.CONNECT;
            case ConnectionClosedException x -> answered ? Failure.TRUNCATED : Failure.CONNECT;
            case SocketException x -> answered ? Failure.TRUNCATED : Failure.CONNECT;
            case ParseException x -> Failure.PROTOCOL;
            case HttpException x -> Failure.PROTOCOL;
            case IOException x -> answered ? Failure.TRUNCATED : Failure.CONNECT;
            default -> Failure.PROTOCOL;
        };
    }

    /** Unwraps the client's own exception around invalid HTTP. */
    private static Exception origin(IOException e) {
        return e instanceof ClientProtocolException && e.getCause() instanceof Exception cause ? cause : e;
    }

    private static String message(Exception e) {
        String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
