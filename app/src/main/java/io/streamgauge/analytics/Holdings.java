package io.streamgauge.analytics;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a lake holds beside its answers: tables to take away, and answers that were cited. */
public record Holdings(Downloads downloads, Citations citations) {

    /** No tables, and no room for citations. */
    public static final Holdings NONE = new Holdings(new NoDownloads(), new NoCitations());

    private static final class NoDownloads implements Downloads {

        @Override
        public List<Relation> relations() {
            return List.of();
        }

        @Override
        public long write(
                String table, Optional<Period> period, Form form, Map<String, String> about, OutputStream to) {
            throw new IllegalArgumentException("There is no table '" + table + "'");
        }

        @Override
        public byte[] parquet(Map<String, String> columns, byte[] lines) {
            throw new UnsupportedOperationException("There is no engine here to write Parquet with");
        }
    }

    private static final class NoCitations implements Citations {

        @Override
        public Optional<byte[]> find(String question) {
            return Optional.empty();
        }

        @Override
        public boolean keep(String question, byte[] answer) {
            return false;
        }
    }
}
