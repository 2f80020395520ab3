package io.streamgauge.duckdb;

import io.streamgauge.engine.Engine;
import io.streamgauge.engine.EngineContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbEngineTest implements EngineContract {

    @TempDir
    Path folder;

    private DuckDb duckDb;
    private Engine engine;

    @BeforeEach
    void open() {
        duckDb = DuckDb.open(new DuckDbSettings(256, 2, folder));
        engine = new DuckDbEngine(duckDb);
    }

    @AfterEach
    void close() {
        engine.close();
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
        return ParquetRows.of(duckDb, file);
    }

    @Override
    public List<String> columns(Path file) {
        return ParquetRows.columns(duckDb, file);
    }
}
