package io.streamgauge.s3;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes bytes on between clients and a server, and can cut connections in the middle of a request or of an answer. Lets one
 * write on condition of a tag through at a time: s3proxy looks at the tag and writes in two steps, where S3 does so in one.
 */
final class Gateway implements AutoCloseable {

    private static final int CHUNK = 4096;

    private final ServerSocket server;
    private volatile int target;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "gateway");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final Semaphore conditional = new Semaphore(1);
    private final AtomicInteger cuts = new AtomicInteger();
    private final Random random = new Random(5);
    private volatile int oneIn;

    private Gateway(ServerSocket server) {
        this.server = server;
    }

    static Gateway open() {
        try {
            Gateway gateway = new Gateway(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()));
            gateway.threads.execute(gateway::accept);
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it passes things on to. */
    void leadTo(int port) {
        target = port;
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on one in so many pieces is the last of its connection, and only half of it comes through; 0: none. */
    void cutOneIn(int pieces) {
        oneIn = pieces;
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                threads.execute(() -> connect(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(client);
            AtomicBoolean holds = new AtomicBoolean();
            Runnable release = () -> {
                if (holds.compareAndSet(true, false)) {
                    conditional.release();
                }
            };
            threads.execute(() -> pass(client, upstream, piece -> {
                if (isConditional(piece)) {
                    conditional.acquireUninterruptibly();
                    holds.set(true);
                }
            }));
            pass(upstream, client, piece -> {
                if (!piece.startsWith("HTTP/1.1 100")) {
                    release.run();
                }
            });
            release.run();
        } catch (IOException e) {
            // the server is gone: so is the connection
        } finally {
            open.remove(client);
        }
    }

    private interface Look {
        void at(String piece);
    }

    private void pass(Socket from, Socket to, Look look) {
        byte[] bytes = new byte[CHUNK];
        try (from;
                to;
                InputStream input = from.getInputStream();
                OutputStream output = to.getOutputStream()) {
            for (int read = input.read(bytes); read >= 0; read = input.read(bytes)) {
                look.at(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
                if (isCut()) {
                    output.write(bytes, 0, read / 2);
                    return;
                }
                output.write(bytes, 0, read);
            }
        } catch (IOException e) {
            // one side has gone, so the other goes too
        }
    }

    private static boolean isConditional(String piece) {
        return piece.startsWith("PUT ") && piece.toLowerCase(Locale.ROOT).contains("\r\nif-match:");
    }

    private synchronized boolean isCut() {
        boolean cut = oneIn > 0 && random.nextInt(oneIn) == 0;
        if (cut) {
            cuts.incrementAndGet();
        }
        return cut;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Closeable one : open) {
                one.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
