package app.lede.local.command;

import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@code lede redrive}: moves dead letters back to their queues, on AWS or on this machine. */
@Command(
        name = "redrive",
        description = {
            "Move the messages of a stack's dead-letter queues back into the queues they came from, and print how"
                    + " many.",
            "Documents whose outcome is failed get another five attempts. On AWS, name the stack; region and"
                    + " credentials are those of the environment. On this machine, name the address of SQS that lede up"
                    + " prints."
        })
public final class RedriveCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private StackAddress address = new StackAddress();

    public RedriveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (SqsClient sqs = address.sqs()) {
            new DeadLetters(sqs)
                    .redrive(address.prefix())
                    .forEach((queue, moved) -> terminal.result(queue + ": " + moved + " moved"));
        }
        return ExitCode.COMPLETE.value();
    }
}
