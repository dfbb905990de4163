package app.lede.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name server: every address of a host, literal addresses included. Thread safe. */
@FunctionalInterface
public interface HostLookup {

    /** Asks again each time; whoever calls it connects to what it said, never to what a second call might say. */
    InetAddress[] lookUp(String host) throws UnknownHostException;
}
