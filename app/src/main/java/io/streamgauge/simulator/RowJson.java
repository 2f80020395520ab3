package io.streamgauge.simulator;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of one row, to be changed. */
final class RowJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int USUAL_BYTES = 1000;

    private RowJson() {}

    static byte[] of(Rows rows, int row) {
        JsonBytes json = new JsonBytes(USUAL_BYTES);
        rows.write(row, json);
        return json.toBytes();
    }

    /** A row that is no object stays as it is. */
    static byte[] changed(byte[] row, Consumer<ObjectNode> change) {
        JsonNode json = JSON.readTree(row);
        if (json instanceof ObjectNode fields) {
            change.accept(fields);
            return JSON.writeValueAsBytes(fields);
        }
        return row;
    }
}
