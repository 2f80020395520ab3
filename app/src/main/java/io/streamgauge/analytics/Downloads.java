package io.streamgauge.analytics;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables of the lake as files, and how they come about. Safe for use by many threads. */
public interface Downloads {

    /** What a file is written in. */
    enum Form {
        CSV,
        JSON,
        PARQUET
    }

    /** Tables and views, each after what it reads. */
    List<Relation> relations();

    default Optional<Relation> relation(String name) {
        return relations().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /**
     * Writes the rows of a table whose time lies within a period, in constant memory, without the text of rows as they were
     * received. A table that is kept by days comes day by day in CSV and JSON, so that its first rows are out before its last
     * are read.
     *
     * @param period the whole table where it is empty
     * @param about words that go with the file where its form has a place for them
     * @return the number of rows
     * @throws IOException from the stream: nothing more is read then
     * @throws TooManyDownloadsException where as many as are allowed at once are under way
     */
    long write(String table, Optional<Period> period, Form form, Map<String, String> about, OutputStream to)
            throws IOException;

    /**
     * Parquet of a few rows that are at hand.
     *
     * @param columns types by name
     * @param lines a JSON object for each row, each on a line
     */
    byte[] parquet(Map<String, String> columns, byte[] lines);
}
