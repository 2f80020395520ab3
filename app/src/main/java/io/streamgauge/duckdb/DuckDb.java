package io.streamgauge.duckdb;

import io.streamgauge.engine.EngineException;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.Relation;
import io.streamgauge.lake.FullDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** One DuckDB instance in memory. Safe for use by many threads: each query has a connection of its own. */
public final class DuckDb implements AutoCloseable {

    /** What models may use and DuckDB calls otherwise; and that files of the lake never change. */
    private static final List<String> PREPARING = List.of(
            "set global parquet_metadata_cache = true",
            "create macro unix_timestamp(t) as epoch_us(t) // 1000000",
            "create macro timestamp_seconds(s) as make_timestamp(cast(s as bigint) * 1000000)");

    private static final int NO_LIMIT = 0;

    private final DuckDBConnection root;

    private DuckDb(DuckDBConnection root) {
        this.root = root;
    }

    public static DuckDb open(DuckDbSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", settings.memoryMegabytes() + "MB");
        properties.setProperty("threads", String.valueOf(settings.threads()));
        properties.setProperty(
                "temp_directory", settings.scratch().resolve("duckdb").toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("jdbc_stream_results", "true");
        try {
            Files.createDirectories(settings.scratch());
            DuckDb duckDb = new DuckDb((DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties));
            for (String statement : PREPARING) {
                duckDb.execute(statement);
            }
            return duckDb;
        } catch (SQLException | IOException e) {
            throw new EngineException("DuckDB does not start: " + reason(e), e);
        }
    }

    /** The version, as DuckDB gives it. */
    public String version() {
        return "DuckDB "
                + select("select version() as version", List.of(), row -> row.text("version"))
                        .get(0);
    }

    /** The rows of a query, each made into a value; {@code ?} in its text stand for the parameters in their order. */
    public <T> List<T> select(Query query, List<Object> parameters, Function<Row, T> each) {
        return select(text(query), parameters, each);
    }

    /**
     * The same, cancelled after a time.
     *
     * @param longest to the second, at least one
     * @throws QueryTimeoutException where it is not done by then
     */
    public <T> List<T> select(Query query, List<Object> parameters, Duration longest, Function<Row, T> each) {
        int seconds = (int)
                Math.max(1, Math.min(Integer.MAX_VALUE, longest.plusMillis(999).toSeconds()));
        return select(text(query), parameters, seconds, each);
    }

    public <T> List<T> select(String sql, List<Object> parameters, Function<Row, T> each) {
        return select(sql, parameters, NO_LIMIT, each);
    }

    private <T> List<T> select(String sql, List<Object> parameters, int seconds, Function<Row, T> each) {
        long ends = seconds == NO_LIMIT ? Long.MAX_VALUE : System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(seconds);
            for (int at = 0; at < parameters.size(); at++) {
                statement.setObject(at + 1, parameters.get(at));
            }
            try (ResultSet results = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                Row row = new Row(results);
                while (results.next()) {
                    if (isOver(ends)) {
                        throw new QueryTimeoutException(null);
                    }
                    rows.add(each.apply(row));
                }
                return rows;
            }
        } catch (SQLException e) {
            // a query that is cancelled while its rows are read fails for the oddest reasons
            throw isOver(ends) ? new QueryTimeoutException(e) : new EngineException(reason(e), e);
        }
    }

    private static boolean isOver(long ends) {
        return ends != Long.MAX_VALUE && System.nanoTime() >= ends;
    }

    /** Runs a statement and tells how many rows it wrote. */
    long execute(String sql) {
        return execute(List.of(sql)).get(0);
    }

    /**
     * The same, cancelled after a time.
     *
     * @throws QueryTimeoutException where it is not done by then
     */
    long execute(String sql, Duration longest) {
        long ends = System.nanoTime() + longest.toNanos();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) Math.max(1, longest.toSeconds()));
            return statement.executeLargeUpdate(sql);
        } catch (SQLException e) {
            throw isOver(ends) ? new QueryTimeoutException(e) : new EngineException(reason(e), e);
        }
    }

    /** Runs statements one after the other on one connection and tells how many rows each wrote. */
    List<Long> execute(List<String> statements) {
        try (Connection connection = connect()) {
            List<Long> rows = new ArrayList<>();
            for (String sql : statements) {
                try (Statement statement = connection.createStatement()) {
                    rows.add(statement.executeLargeUpdate(sql));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new EngineException(reason(e), e);
        }
    }

    DuckDBConnection connect() throws SQLException {
        return root.duplicate();
    }

    /** A connection whose rows are kept by one commit at the end, where a commit for each batch costs more than the rows. */
    DuckDBConnection connectOnce() throws SQLException {
        DuckDBConnection connection = connect();
        connection.setAutoCommit(false);
        return connection;
    }

    /** The query as one text, its relations before it. */
    static String text(Query query) {
        String relations = query.inputs().entrySet().stream()
                .map(input -> input.getKey()
                        + (input.getValue() instanceof Relation.Files ? " as not materialized (\n" : " as (\n")
                        + text(input.getKey(), input.getValue()) + "\n)")
                .collect(Collectors.joining(",\n"));
        String order = query.order().isEmpty() ? "" : "\norder by " + String.join(", ", query.order());
        String select = order.isEmpty() ? query.sql() : "select * from (\n" + query.sql() + "\n)" + order;
        return relations.isEmpty()
                ? select
                : "with\n" + relations + "\nselect * from (\n" + query.sql() + "\n)" + order;
    }

    private static String text(String name, Relation relation) {
        if (relation instanceof Relation.Text text) {
            return text.sql();
        }
        List<Relation.Part> parts = ((Relation.Files) relation).parts();
        if (parts.isEmpty()) {
            return "select * from " + emptyTable(name);
        }
        boolean mayLackColumns = name.equals("landing") || parts.stream().anyMatch(Relation.Part::older);
        if (mayLackColumns) {
            return "select * from " + emptyTable(name) + "\nunion all by name\n"
                    + parts.stream()
                            .map(part -> text(part, ", union_by_name = true"))
                            .collect(Collectors.joining("\nunion all by name\n"));
        }
        return parts.stream().map(part -> text(part, "")).collect(Collectors.joining("\nunion all\n"));
    }

    private static String text(Relation.Part part, String options) {
        String files = part.files().stream().map(DuckDb::quoted).collect(Collectors.joining(", "));
        return "select * from read_parquet([" + files + "], hive_partitioning = false" + options + ")"
                + (part.condition() == null ? "" : " where " + part.condition());
    }

    static String emptyTable(String name) {
        return "empty_" + name;
    }

    static String quoted(Path path) {
        return quoted(path.toString());
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The first line of what went wrong, since the rest repeats the query; or that the disk is full. */
    static String reason(Exception e) {
        return FullDisk.sentence(e).orElseGet(() -> firstLine(e));
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage()).strip();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new EngineException("DuckDB does not close: " + reason(e), e);
        }
    }
}
