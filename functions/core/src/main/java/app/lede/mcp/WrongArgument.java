package app.lede.mcp;

/**
 * Says what is wrong with an argument of a call. The model reads it as the result of the call and may correct itself; an {@link
 * RpcError} would end in the client (Model Context Protocol 2025-11-25, "Error Handling").
 */
final class WrongArgument extends Exception {

    private static final long serialVersionUID = 1;
    private final String fault;

    WrongArgument(String fault) {
        super(fault);
        this.fault = fault;
    }

    String fault() {
        return fault;
    }
}
