package io.streamgauge.spark;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of a snapshot's file, in their order; a file that lacks one is read as if it were null in every row. */
final class LandingSchema {

    static final StructType SCHEMA = new StructType()
            .add("snapshot_at", DataTypes.TimestampNTZType)
            .add("observed_at", DataTypes.TimestampNTZType)
            .add("page", DataTypes.IntegerType)
            .add("position", DataTypes.IntegerType)
            .add("id", DataTypes.StringType)
            .add("user_id", DataTypes.StringType)
            .add("user_login", DataTypes.StringType)
            .add("user_name", DataTypes.StringType)
            .add("game_id", DataTypes.StringType)
            .add("game_name", DataTypes.StringType)
            .add("type", DataTypes.StringType)
            .add("title", DataTypes.StringType)
            .add("tags", DataTypes.createArrayType(DataTypes.StringType))
            .add("viewer_count", DataTypes.LongType)
            .add("started_at", DataTypes.StringType)
            .add("language", DataTypes.StringType)
            .add("thumbnail_url", DataTypes.StringType)
            .add("tag_ids", DataTypes.createArrayType(DataTypes.StringType))
            .add("is_mature", DataTypes.BooleanType)
            .add("extra", DataTypes.StringType)
            .add("problem", DataTypes.StringType)
            .add("raw", DataTypes.StringType);

    private LandingSchema() {}
}
