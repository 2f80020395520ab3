package io.streamgauge.spark;

import io.streamgauge.lake.Json;
import io.streamgauge.lake.LakeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What is known to stand in Delta tables, kept in a file beside them. It may know less than what stands there, never more.
 *
 * @param parts for each part of each table, a hash of what it was made from
 */
record DeltaRecord(Map<String, Map<String, String>> parts) {

    private static final String NAME = "_streamgauge.json";

    static DeltaRecord read(String location, Configuration hadoop) {
        Path file = new Path(location, NAME);
        try {
            FileSystem files = file.getFileSystem(hadoop);
            if (!files.exists(file)) {
                return new DeltaRecord(Map.of());
            }
            try (InputStream content = files.open(file)) {
                return Json.read(content.readAllBytes(), DeltaRecord.class, file.toString());
            }
        } catch (LakeException | ChecksumException cutShort) {
            // a run was ended while it wrote this; whoever knows nothing writes all
            return new DeltaRecord(Map.of());
        } catch (IOException e) {
            throw new LakeException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    void write(String location, Configuration hadoop) {
        Path file = new Path(location, NAME);
        try (OutputStream content = file.getFileSystem(hadoop).create(file, true)) {
            content.write(Json.bytes(this));
        } catch (IOException e) {
            throw new LakeException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    Map<String, String> of(String table) {
        return parts.getOrDefault(table, Map.of());
    }

    /** The same where of each table only what holds is known. */
    DeltaRecord without(Map<String, DeltaChange> changes) {
        Map<String, Map<String, String>> left = new TreeMap<>(parts);
        changes.forEach((table, change) -> {
            Map<String, String> known = new TreeMap<>(of(table));
            known.keySet().removeAll(change.parts());
            left.put(table, change.isWhole() ? Map.of() : known);
        });
        return new DeltaRecord(left);
    }
}
