package app.lede.benchmarks.coldstart;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Time from the start of a function's process to its first answer.
 *
 * @param wall seconds
 * @param cpu seconds of processor time of all threads of the process, user and system; the kernel counts in 10 ms
 * @param request seconds of that processor time after the function asked for its event
 */
record Start(double wall, double cpu, double request) {

    private static final int SECONDS = 60;

    /**
     * Command line of a start.
     *
     * @param client folder with the jars of the runtime interface client
     * @param options of the JVM
     * @param snapStart whether the process is told that SnapStart takes a snapshot after its start
     */
    record Setting(Path client, List<String> options, boolean snapStart) {

        private List<String> command(Function function) {
            List<String> command = new ArrayList<>();
            command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
            command.addAll(options);
            command.addAll(List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    client.toAbsolutePath() + File.separator + "*",
                    "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                    function.handler()));
            return command;
        }
    }

    /**
     * Starts a function from its unpacked zip, as the managed runtime does: the client on the class path, the function in the
     * working directory.
     *
     * @throws IOException if the function fails, does not answer within a minute or ends in another outcome
     */
    static Start of(Setting setting, Function function, Path unpacked, byte[] event, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("start", ".log");
        try (RuntimeApi api = new RuntimeApi(event)) {
            ProcessBuilder builder = new ProcessBuilder(setting.command(function))
                    .directory(unpacked.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(variables);
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
            builder.environment()
                    .put("AWS_LAMBDA_INITIALIZATION_TYPE", setting.snapStart() ? "snap-start" : "on-demand");
            long begun = System.nanoTime();
            Process process = builder.start();
            CompletableFuture<Double> ready = api.asked().thenApply(asked -> cpu(process));
            var unused = process.onExit().thenRun(() -> api.answer().complete("error: the process ended"));
            try {
                String answer = api.answer().get(SECONDS, TimeUnit.SECONDS);
                double wall = (System.nanoTime() - begun) / 1e9;
                double cpu = cpu(process);
                check(function, answer + Files.readString(log));
                return new Start(wall, cpu, cpu - ready.get(SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException(function.label() + " gave no answer: " + Files.readString(log), e);
            } finally {
                process.destroyForcibly().waitFor();
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static double cpu(Process process) {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private static void check(Function function, String said) throws IOException {
        if (!said.contains(function.sign())) {
            throw new IOException(function.label() + " did not end with " + function.sign() + ": " + said);
        }
    }
}
