package app.lede.packaging;

import java.util.List;

/** Kinds of classes in the SDK's service jars, told by their names. */
final class ServiceClass {

    private static final String SERVICES = "software/amazon/awssdk/services/";
    private static final List<String> OF_ONE_OPERATION =
            List.of("/model/", "/transform/", "/paginators/", "/waiters/", "/batchmanager/");

    private ServiceClass() {}

    /** Returns the service that a class belongs to, such as {@code s3}. */
    static String service(String name) {
        return name.substring(SERVICES.length(), name.indexOf('/', SERVICES.length()));
    }

    /** Tells whether a class is a client, the interface of one, or nested in either. */
    static boolean isClient(String name) {
        return name.startsWith(SERVICES) && outer(name).endsWith("Client");
    }

    /** Tells whether a class is a client for calls that do not wait. Ours all wait; core classes of the SDK only ask what a client is. */
    static boolean isAsynchronous(String name) {
        return isClient(name) && outer(name).endsWith("AsyncClient");
    }

    /**
     * Tells whether a class mentions every operation of its service, without needing any: the clients, and the rules that read the
     * parameters of endpoints and signatures out of any request.
     */
    static boolean mentionsAll(String name) {
        return isClient(name)
                || name.startsWith(SERVICES)
                        && (name.contains("/endpoints/internal/") || name.contains("/auth/scheme/"));
    }

    /** Tells whether a class is an exception of a service, or nested in one. */
    static boolean isException(String name) {
        return name.startsWith(SERVICES)
                && name.contains("/model/")
                && outer(name).endsWith("Exception");
    }

    /** Tells whether a class, if it is a service's, is there for single operations. */
    static boolean isOfOneOperation(String name) {
        return OF_ONE_OPERATION.stream().anyMatch(name::contains);
    }

    private static String outer(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
