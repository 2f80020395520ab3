package io.streamgauge.lambda;

import io.streamgauge.s3.S3Proxy;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The packed function in a process of its own, started as Lambda does it: by the real runtime client. */
final class LambdaFunction implements AutoCloseable {

    /** What the managed runtime gives to Java where a function has 512 MB. */
    static final List<String> OPTIONS =
            List.of("-XX:MaxHeapSize=445645k", "-XX:+UseSerialGC", "-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1");

    private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(12);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final RuntimeApi api;
    private final Process process;
    private final Path home;
    private final Path log;

    private LambdaFunction(RuntimeApi api, Process process, Path home, Path log) {
        this.api = api;
        this.process = process;
        this.home = home;
        this.log = log;
    }

    /** Starts it; it may not be ready yet. */
    static LambdaFunction start(Path folder, Class<?> handler, Map<String, String> variables) {
        RuntimeApi api = RuntimeApi.start();
        try {
            Path home = Files.createTempDirectory(folder, "function");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(OPTIONS);
            command.addAll(List.of(
                    "-Djava.io.tmpdir=" + home,
                    "-cp",
                    classPath(),
                    "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                    handler.getName() + "::handleRequest"));
            ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
            Path log = home.resolve("log");
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("STREAMGAUGE_"));
            environment.putAll(S3Proxy.credentials());
            environment.put("AWS_REGION", "eu-central-1");
            environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
            environment.put("AWS_LAMBDA_FUNCTION_NAME", "streamgauge-test");
            environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
            environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
            environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "streamgauge-test");
            environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "streamgauge-test");
            environment.put("LAMBDA_TASK_ROOT", home.toString());
            environment.putAll(variables);
            return new LambdaFunction(api, builder.start(), home, log);
        } catch (IOException e) {
            api.close();
            throw new UncheckedIOException(e);
        }
    }

    /** The package, and beside it what Lambda has and what the tests add. */
    private static String classPath() throws IOException {
        List<String> path = new ArrayList<>();
        path.add(packed().toString());
        path.add(Path.of("target", "test-classes").toAbsolutePath().toString());
        try (Stream<Path> jars = Files.list(Path.of("target", "runtime").toAbsolutePath())) {
            jars.map(Path::toString).sorted().forEach(path::add);
        }
        return String.join(File.pathSeparator, path);
    }

    /** What is uploaded to Lambda. */
    static Path packed() {
        return Path.of(System.getProperty("streamgauge.lambda.package")).toAbsolutePath();
    }

    RuntimeApi api() {
        return api;
    }

    LambdaFunction awaitReady() {
        await(api.ready());
        return this;
    }

    RuntimeApi.Result invoke(String event) {
        return invoke(event, USUAL_TIMEOUT);
    }

    RuntimeApi.Result invoke(String event, Duration timeout) {
        return await(api.invoke(event, timeout));
    }

    /** What it has in its own folder. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("streamgauge"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** All that it wrote so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most memory that it had at once so far, in megabytes (2^20 bytes); on Linux. */
    long peakMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    <T> T await(CompletableFuture<T> what) {
        try {
            return CompletableFuture.anyOf(what, process.onExit()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                                    instanceof Process ended
                            && !what.isDone()
                    ? failed("The function ended with status " + ended.exitValue())
                    : what.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            return failed(e.toString());
        }
    }

    private <T> T failed(String what) {
        throw new AssertionError(what + "; it wrote:\n" + log());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
        process.onExit().join();
    }
}
