package app.lede.packaging;

import java.util.List;

/**
 * Operation of a service. The SDK's code generator names its classes after it: {@code getObject} of {@code s3} has
 * {@code s3.model.GetObjectRequest}.
 *
 * @param service package of the service
 * @param method name of the client's method
 */
record Operation(String service, String method) {

    private static final String LAMBDA = "lambda$";
    private static final String PAGINATOR = "Paginator";

    /** Returns the operation that a client's method belongs to: itself, or the one whose lambda or paginator it is. */
    static String ofMethod(String method) {
        if (method.startsWith(LAMBDA)) {
            return method.substring(LAMBDA.length(), method.lastIndexOf('$'));
        }
        return method.endsWith(PAGINATOR) ? method.substring(0, method.length() - PAGINATOR.length()) : method;
    }

    /** Returns the name of the request's class. */
    String request() {
        return name("model", "Request");
    }

    /** Returns the names of the classes that the client needs for the operation, beside those that these mention. */
    List<String> classes() {
        return List.of(request(), name("model", "Response"), name("transform", "RequestMarshaller"));
    }

    private String name(String folder, String ending) {
        String title = method.isEmpty() ? "" : Character.toUpperCase(method.charAt(0)) + method.substring(1);
        return "software/amazon/awssdk/services/" + service + "/" + folder + "/" + title + ending;
    }
}
