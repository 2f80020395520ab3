package io.streamgauge.web;

import io.javalin.http.Context;
import java.util.List;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes the API by OpenAPI 3.1, from its routes and the records that they answer with. */
final class OpenApi {

    static final String PATH = Api.ROOT + "/openapi.json";

    private static final String SUMMARY = "This description";

    private final RecordSchemas schemas = new RecordSchemas();
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths;

    private OpenApi() {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Streamgauge")
                .put("version", "1")
                .put(
                        "description",
                        "Live streaming on Twitch, measured. Times are in UTC, periods half-open, numbers of viewers"
                                + " whole or averages. Additions may come at any time.");
        paths = document.putObject("paths");
    }

    /** The address of the description, which is described too. */
    static ApiRoute route(List<ApiRoute> others) {
        byte[] description = Json.bytes(describe(others));
        return ApiRoute.text(PATH, SUMMARY, Answers.JSON, (context, parameters, form) -> send(context, description));
    }

    private static void send(Context context, byte[] description) {
        context.header("Cache-Control", "no-cache");
        context.contentType(Answers.JSON).result(description);
    }

    private static ObjectNode describe(List<ApiRoute> routes) {
        OpenApi api = new OpenApi();
        routes.forEach(api::describe);
        api.operation(PATH, SUMMARY)
                .putObject("responses")
                .putObject("200")
                .put("description", SUMMARY)
                .putObject("content")
                .putObject(Answers.JSON)
                .putObject("schema")
                .put("type", "object");
        ObjectNode all = api.document.putObject("components").putObject("schemas");
        api.schemas.all().forEach(all::set);
        return api.document;
    }

    private void describe(ApiRoute route) {
        ObjectNode content = describe(route, route.path());
        route.answer()
                .ifPresentOrElse(
                        answer -> content.putObject(route.contentType()).set("schema", schema(route, answer)),
                        () -> content.putObject(route.contentType())
                                .putObject("schema")
                                .put("type", "string"));
        if (route.csvRow().isPresent()) {
            table(content, route.csvRow().get());
            content.putObject(TableRoutes.PARQUET)
                    .putObject("schema")
                    .put("type", "string")
                    .put("format", "binary");
            if (route.hasCsvPath()) {
                table(describe(route, route.csvPath()), route.csvRow().get());
            }
        }
    }

    /** Describes a path and tells where its answers' forms belong. */
    private ObjectNode describe(ApiRoute route, String path) {
        ObjectNode operation = operation(path, route.summary());
        route.parts().forEach(part -> operation
                .withArray("parameters")
                .addObject()
                .put("name", part)
                .put("in", "path")
                .put("required", true)
                .putObject("schema")
                .put("type", "string"));
        for (ApiParameter parameter : route.parameters()) {
            operation
                    .withArray("parameters")
                    .addObject()
                    .put("name", parameter.text())
                    .put("in", "query")
                    .put("description", parameter.meaning())
                    .put("required", parameter == ApiParameter.Q)
                    .set("schema", parameter.schema());
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode content =
                responses.putObject("200").put("description", route.summary()).putObject("content");
        responses
                .putObject("default")
                .put("description", "What went wrong")
                .putObject("content")
                .putObject(Problem.CONTENT_TYPE)
                .set("schema", schemas.of(Json.type(Problem.class)));
        return content;
    }

    private ObjectNode operation(String path, String summary) {
        return paths.putObject(path).putObject("get").put("summary", summary);
    }

    private ObjectNode schema(ApiRoute route, JavaType answer) {
        ObjectNode schema = schemas.of(answer);
        if (!route.compared().isEmpty()) {
            String name = schema.path("$ref").asString().substring(RecordSchemas.PLACE.length());
            ObjectNode described = schemas.all().get(name);
            ((ObjectNode) described.path("properties")).set("comparison", comparison(described, route.compared()));
        }
        return schema;
    }

    private ObjectNode comparison(ObjectNode answer, List<String> parts) {
        ObjectNode comparison = JsonNodeFactory.instance
                .objectNode()
                .put("type", "object")
                .put("description", "There where 'compare' was given: the other period's figures, and what changed.");
        ObjectNode properties = comparison.putObject("properties");
        properties.set("meta", answer.path("properties").path("meta"));
        if (parts.equals(List.of(Comparing.ROWS))) {
            ObjectNode rows =
                    (ObjectNode) answer.path("properties").path(Comparing.ROWS).deepCopy();
            JsonNode row = rows.path("items");
            rows.putObject("items").putArray("anyOf").add(row).addObject().put("type", "null");
            properties.set(Comparing.ROWS, rows);
        } else {
            properties
                    .putObject("change")
                    .put("type", "object")
                    .set("additionalProperties", schemas.of(Json.type(Comparing.Change.class)));
            parts.forEach(part -> properties.set(part, answer.path("properties").path(part)));
        }
        properties.propertyNames().forEach(comparison.withArray("required")::add);
        return comparison;
    }

    private void table(ObjectNode content, JavaType row) {
        String columns = String.join(
                ",",
                List.of(row.getRawClass().getRecordComponents()).stream()
                        .map(column -> SnakeCase.of(column.getName()))
                        .toList());
        content.putObject("text/csv")
                .putObject("schema")
                .put("type", "string")
                .put("description", "A heading and rows: " + columns);
    }
}
