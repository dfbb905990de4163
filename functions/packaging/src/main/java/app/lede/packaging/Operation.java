package app.lede.packaging;

import java.util.List;
import java.util.Locale;

/**
 * Operation of a service. The SDK's code generator names its classes after it: {@code getObject} of {@code s3} has
 * {@code s3.model.GetObjectRequest}; case may differ, as in {@code getSMSAttributes} and {@code GetSmsAttributesRequest}.
 *
 * @param service package of the service
 * @param method name of the client's method, in lower case
 */
record Operation(String service, String method) {

    private static final String REQUEST = "Request";
    private static final String MODEL = "/model/";
    private static final String LAMBDA = "lambda$";
    private static final String PAGINATOR = "Paginator";

    /** Returns the operation that a client's method is named after: itself, or the one whose lambda or paginator it is. */
    static Operation ofMethod(String service, String method) {
        String name = method;
        if (name.startsWith(LAMBDA)) {
            name = name.substring(LAMBDA.length(), name.lastIndexOf('$'));
        } else if (name.endsWith(PAGINATOR)) {
            name = name.substring(0, name.length() - PAGINATOR.length());
        }
        return new Operation(service, name.toLowerCase(Locale.ROOT));
    }

    /** Returns the name with which the classes of an operation begin, given that of its request; empty for any other class. */
    static String title(String name) {
        int model = name.indexOf(MODEL);
        return model >= 0 && name.endsWith(REQUEST)
                ? name.substring(model + MODEL.length(), name.length() - REQUEST.length())
                : "";
    }

    /** Returns the names of the classes that the client needs for the operation, beside those that these mention. */
    List<String> classes(String title) {
        String root = "software/amazon/awssdk/services/" + service;
        return List.of(
                root + MODEL + title + REQUEST,
                root + MODEL + title + "Response",
                root + "/transform/" + title + "RequestMarshaller");
    }
}
