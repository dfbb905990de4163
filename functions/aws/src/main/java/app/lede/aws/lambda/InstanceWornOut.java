package app.lede.aws.lambda;

/**
 * Ends the process of this function instance. Lambda's Java runtime reports a VirtualMachineError as a failed invocation
 * and exits; the messages of the invocation, none of which was begun, come again to another instance.
 *
 * @see <a href="https://github.com/aws/aws-lambda-java-libs">AWSLambda.startRuntimeLoop</a>
 */
public final class InstanceWornOut extends VirtualMachineError {

    private static final long serialVersionUID = 1;

    InstanceWornOut(int strays) {
        super(strays + " threads of work given up still run; this instance ends");
    }
}
