package io.streamgauge.s3;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real service that speaks like S3, in a process of its own on a free port of loopback; its buckets are folders. The
 * credentials of this process are those that it takes, as long as it lives.
 */
public final class S3Proxy implements AutoCloseable {

    public static final String KEY_ID = "local-identity";
    public static final String SECRET = "local-s3cretw0rd";

    private static final long MOST_SECONDS_TO_START = 120;
    private static final Pattern PORT = Pattern.compile("Started .*ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}");
    private static final String ENDED = "it has ended";

    private final Path folder;
    private final Gateway gateway = Gateway.open();
    private Process process;

    private S3Proxy(Path folder) {
        this.folder = folder;
    }

    /** Starts it; the buckets lie in a folder of that folder. */
    public static S3Proxy start(Path folder, String... buckets) {
        System.setProperty("aws.accessKeyId", KEY_ID);
        System.setProperty("aws.secretAccessKey", SECRET);
        try {
            for (String bucket : buckets) {
                Files.createDirectories(folder.resolve("buckets").resolve(bucket));
            }
            S3Proxy proxy = new S3Proxy(folder);
            proxy.startAgain();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process needs in its environment to use it. */
    public static Map<String, String> credentials() {
        return Map.of("AWS_ACCESS_KEY_ID", KEY_ID, "AWS_SECRET_ACCESS_KEY", SECRET);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + gateway.port());
    }

    /** The folder of a bucket. */
    Path bucket(String name) {
        return folder.resolve("buckets").resolve(name);
    }

    /** From now on one in so many pieces of what is sent is cut in two, and the connection with it; 0: none. */
    public void cutOneIn(int pieces) {
        gateway.cutOneIn(pieces);
    }

    /** How many connections were cut. */
    public int cuts() {
        return gateway.cuts();
    }

    /** A lake in one of its buckets, with a cache of its own. */
    public S3Settings lake(String address, Path cache) {
        return lake(address, cache, endpoint());
    }

    /** The same at any service; it is waited for not as long as usual. */
    static S3Settings lake(String address, Path cache, URI endpoint) {
        return new S3Settings(
                S3Address.parse(address),
                Optional.of(endpoint),
                cache,
                S3Settings.USUAL_CACHE,
                new S3Settings.Times(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        8));
    }

    /** Ends it at once, whatever it is doing. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it with the same buckets; it answers at the same endpoint as before. */
    public void startAgain() throws IOException {
        TreeMap<String, String> settings = new TreeMap<>(Map.of(
                "s3proxy.endpoint", "http://127.0.0.1:0",
                "s3proxy.authorization", "aws-v2-or-v4",
                "s3proxy.identity", KEY_ID,
                "s3proxy.credential", SECRET,
                "jclouds.provider", "filesystem-nio2",
                "jclouds.identity", "nobody",
                "jclouds.credential", "nothing",
                "jclouds.filesystem.basedir", folder.resolve("buckets").toString()));
        StringBuilder text = new StringBuilder();
        settings.forEach((name, value) -> text.append(name + "=" + value + "\n"));
        Path file = Files.writeString(folder.resolve("s3proxy.properties"), text);
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-jar",
                        Path.of("target/test-tools/s3proxy.jar")
                                .toAbsolutePath()
                                .toString(),
                        "--properties",
                        file.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        BlockingQueue<String> firstLines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(process, firstLines), "s3proxy-log");
        reader.setDaemon(true);
        reader.start();
        gateway.leadTo(port(firstLines));
    }

    /** Reads all that it says, so that it can go on; the lines up to the one that names its port are kept. */
    private static void read(Process process, BlockingQueue<String> firstLines) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            boolean started = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!started) {
                    firstLines.add(line);
                    started = PORT.matcher(line).find();
                }
            }
        } catch (IOException e) {
            // it was killed
        }
        firstLines.add(ENDED);
    }

    private static int port(BlockingQueue<String> lines) {
        StringBuilder said = new StringBuilder();
        try {
            String line = lines.poll(MOST_SECONDS_TO_START, TimeUnit.SECONDS);
            while (line != null && !line.equals(ENDED)) {
                Matcher port = PORT.matcher(line);
                if (port.find()) {
                    return Integer.parseInt(port.group(1));
                }
                said.append(line).append('\n');
                line = lines.poll(MOST_SECONDS_TO_START, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("s3proxy does not start:\n" + said);
    }

    @Override
    public void close() {
        gateway.close();
        kill();
    }
}
