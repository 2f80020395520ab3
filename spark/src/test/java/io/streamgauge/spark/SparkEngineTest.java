package io.streamgauge.spark;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.ParquetRows;
import io.streamgauge.engine.Engine;
import io.streamgauge.engine.EngineContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SparkEngineTest implements EngineContract {

    @TempDir
    Path folder;

    private DuckDb reading;
    private Engine engine;

    @BeforeEach
    void open() {
        reading = DuckDb.open(new DuckDbSettings(128, 1, folder.resolve("reading")));
        engine = new SparkEngine(TestSpark.session());
    }

    @AfterEach
    void close() {
        engine.close();
        reading.close();
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Path file(String name) {
        return folder.resolve(name + ".parquet");
    }

    @Override
    public List<String> rows(Path file) {
        return ParquetRows.of(reading, file);
    }

    @Override
    public List<String> columns(Path file) {
        return ParquetRows.columns(reading, file);
    }
}
