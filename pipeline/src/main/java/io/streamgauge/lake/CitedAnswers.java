package io.streamgauge.lake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Answers that somebody cites, each kept as it was given. An object is named by the question and never changes, so that no
 * clean-up of tables and no new figure touches it; only forgetting a channel removes those that tell of it.
 */
public final class CitedAnswers {

    private static final String FOLDER = "citations/";

    private final Store store;
    private final Path scratch;

    /** @param scratch a folder on this machine for files on their way into the store */
    public CitedAnswers(Store store, Path scratch) {
        this.store = store;
        this.scratch = scratch;
    }

    /** The answer that was kept for a question, empty where there is none. */
    public Optional<byte[]> find(String question) {
        return store.read(key(question)).map(packed -> parts(packed)[1]);
    }

    /** Keeps the first answer to a question; later ones change nothing. */
    public void keep(String question, byte[] answer) {
        try {
            Files.createDirectories(scratch);
            Path file = Files.createTempFile(scratch, "citation", ".gz");
            try {
                Files.write(file, packed(question, answer));
                store.putIfAbsent(key(question), file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new LakeException("Cannot keep a citation in " + store + ": " + e.getMessage(), e);
        }
    }

    /** What all of them take, in bytes. */
    public long bytes() {
        return store.list(FOLDER).stream().mapToLong(Store.Stored::bytes).sum();
    }

    /**
     * Removes the answers in which a number stands by itself: a channel's id.
     *
     * @return how many there were
     */
    public int forget(String number) {
        Pattern alone = Pattern.compile("(?<![0-9])" + Pattern.quote(number) + "(?![0-9])");
        List<String> telling = store.list(FOLDER).stream()
                .map(Store.Stored::key)
                .filter(key ->
                        store.read(key).filter(packed -> tells(packed, alone)).isPresent())
                .toList();
        telling.forEach(store::delete);
        return telling.size();
    }

    private static boolean tells(byte[] packed, Pattern number) {
        byte[][] parts = parts(packed);
        return number.matcher(new String(parts[0], StandardCharsets.UTF_8)).find()
                || number.matcher(new String(parts[1], StandardCharsets.UTF_8)).find();
    }

    private static String key(String question) {
        return FOLDER
                + ContentHash.whole(question.getBytes(StandardCharsets.UTF_8)).substring(0, 32) + ".gz";
    }

    /** The question on a line of its own, then the answer. */
    private static byte[] packed(String question, byte[] answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(question.replace('\n', ' ').getBytes(StandardCharsets.UTF_8));
            packed.write('\n');
            packed.write(answer);
        }
        return bytes.toByteArray();
    }

    private static byte[][] parts(byte[] packed) {
        try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] all = input.readAllBytes();
            int end = 0;
            while (all[end] != '\n') {
                end++;
            }
            return new byte[][] {Arrays.copyOfRange(all, 0, end), Arrays.copyOfRange(all, end + 1, all.length)};
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a citation", e);
        }
    }
}
