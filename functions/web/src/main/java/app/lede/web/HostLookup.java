package app.lede.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Resolves a host to all its addresses, literals included. Thread safe. */
@FunctionalInterface
public interface HostLookup {

    /** Looks a host up, uncached; callers connect only to the addresses returned. */
    InetAddress[] lookUp(String host) throws UnknownHostException;
}
