package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Holdings;
import io.streamgauge.web.metrics.Metrics;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds the API's description to what the API does. */
final class OpenApiTest {

    private static final Map<String, String> PARTS = Map.of(
            "channel",
            "100074",
            "broadcast",
            "40000020778",
            "category",
            "500000",
            "table",
            "silver_stream_updates",
            "genre",
            "12",
            "theme",
            "1",
            "mode",
            "none",
            "age",
            "2");

    @TempDir
    private static Path lake;

    @TempDir
    Path folder;

    private static SomeHoldings holdings;

    private static WebServer server;
    private static Visitor visitor;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        holdings = SomeHoldings.in(lake);
        server = WebServer.start(
                WebSettings.loopback(0).withOldestSnapshot(Optional.empty()),
                new FakeAnalytics().givenStatus(FakeStatus::eventful),
                holdings.all());
        visitor = new Visitor(server);
        document = visitor.json("/api/v1/openapi.json");
    }

    @AfterAll
    static void stop() {
        server.close();
        holdings.close();
    }

    @Test
    void everyAddressOfTheApiIsDescribedAndNoOther() {
        Set<String> answered = new TreeSet<>();
        Analytics analytics = new FakeAnalytics();
        Clock clock = Clock.systemUTC();
        try (Metrics metrics = new Metrics(analytics, clock)) {
            Javalin.create(config -> {
                Routes routes = new Routes(config.routes);
                EntityTags tags = new EntityTags(analytics, clock);
                new Api(analytics, tags, Holdings.NONE.downloads()).routes().forEach(route -> route.addTo(routes));
                Templates templates = new Templates(WebSettings.loopback(0));
                Frame frame = new Frame(new StaticFiles(WebSettings.loopback(0)), List.of());
                new HowPages(analytics, tags, frame, templates, Holdings.NONE.downloads())
                        .route()
                        .addTo(routes);
                try (Events events = new Events(analytics, clock, 1)) {
                    events.route().addTo(routes);
                }
                new TableRoutes(analytics, tags, Holdings.NONE.downloads())
                        .routes()
                        .forEach(route -> route.addTo(routes));
                new BreakPages(analytics, tags, frame, templates, List.of())
                        .route()
                        .addTo(routes);
                new LabelApi(analytics, tags, Holdings.NONE.downloads())
                        .routes()
                        .forEach(route -> route.addTo(routes));
                new PatternApi(analytics, tags, Holdings.NONE.downloads())
                        .routes()
                        .forEach(route -> route.addTo(routes));
                new Operations(analytics, metrics, Optional.empty(), clock)
                        .routes()
                        .forEach(route -> route.addTo(routes));
                config.unsafe.internalRouter.allHttpHandlers().forEach(handler -> {
                    if (handler.endpoint.method == HandlerType.GET) {
                        answered.add(handler.endpoint.path);
                    }
                });
            });
        }
        answered.add("/api/v1/openapi.json");
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.path("paths").propertyNames()).containsExactlyInAnyOrderElementsOf(answered);
    }

    @Test
    void everyParameterIsDescribedAndNoOther() {
        document.path("paths").properties().forEach(path -> {
            Set<String> described = new LinkedHashSet<>();
            Set<String> parts = new TreeSet<>();
            for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                (parameter.path("in").asString().equals("query") ? described : parts)
                        .add(parameter.path("name").asString());
            }
            parts.forEach(part -> assertThat(path.getKey()).contains("{" + part + "}"));
            HttpResponse<String> refused = visitor.get(filled(path.getKey()) + "?nonsense=1");
            String expected = described.isEmpty() ? "none" : "one of " + String.join(", ", described);
            if (!path.getKey().endsWith("openapi.json")) {
                assertThat(refused.body()).as(path.getKey()).contains("'nonsense', expected " + expected);
            }
        });
    }

    @Test
    void whatIsGivenAsAnExampleIsAnswered() {
        document.path("paths").properties().forEach(path -> {
            for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                String name = parameter.path("name").asString();
                JsonNode schema = parameter.path("schema");
                if (!parameter.path("in").asString().equals("query") || name.equals("from") || name.equals("to")) {
                    continue;
                }
                List<String> values = schema.has("enum")
                        ? texts(schema.path("enum"))
                        : schema.has("examples")
                                ? texts(schema.path("examples"))
                                : List.of(
                                        schema.path("minimum").asString(),
                                        schema.path("maximum").asString(),
                                        schema.path("default").asString());
                for (String value : values) {
                    String q = path.getKey().endsWith("/search") && !name.equals("q") ? "q=a&" : "";
                    String address = filled(path.getKey()) + "?" + q + name + "=" + value;
                    assertThat(visitor.get(address).statusCode()).as(address).isEqualTo(200);
                }
            }
        });
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String filled(String path) {
        String filled = path;
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            filled = filled.replace("{" + part.getKey() + "}", part.getValue());
        }
        return filled;
    }

    @Test
    void answersAreAsDescribed() {
        document.path("paths").propertyNames().forEach(path -> {
            if (path.endsWith("/search")) {
                check(visitor, path, "?q=a");
            } else if (document.at(pointer(path)).has("application/json")) {
                check(visitor, path, "");
            }
        });
        for (String path : List.of(
                "/api/v1/totals",
                "/api/v1/channels/{channel}",
                "/api/v1/categories/{category}",
                "/api/v1/genres/{genre}",
                "/api/v1/ages")) {
            check(visitor, path, "?period=day&compare=previous");
        }
    }

    @Test
    void answersOfARealLakeAreAsDescribed() {
        try (RealLake lake = new RealLake(folder);
                WebServer real = WebServer.start(WebSettings.loopback(0), lake.analytics())) {
            Visitor reader = new Visitor(real);
            List<String> periods = List.of(
                    "period=last-day",
                    "from=2026-01-05T20:07:03Z&to=2026-01-05T21:31:17Z",
                    "from=2001-01-01&to=2001-01-02");
            for (String period : periods) {
                for (String path : List.of("/api/v1/totals", "/api/v1/channels/7", "/api/v1/categories/31")) {
                    String template = path.replace("channels/7", "channels/{channel}")
                            .replace("categories/31", "categories/{category}");
                    check(reader, template, path, "?" + period);
                    check(reader, template, path, "?compare=previous&" + period);
                }
                check(reader, "/api/v1/categories/{category}", "/api/v1/categories/none", "?" + period);
                check(reader, "/api/v1/genres/{genre}", "/api/v1/genres/none", "?compare=previous&" + period);
                check(reader, "/api/v1/ages/{age}", "/api/v1/ages/2", "?" + period);
                check(reader, "/api/v1/ages", "?compare=previous&" + period);
                check(reader, "/api/v1/releases", "?" + period);
                check(reader, "/api/v1/rankings/categories", "?genre=12&theme=none&" + period);
                for (String ranking : List.of("channels", "categories", "languages", "genres", "themes", "modes")) {
                    check(reader, "/api/v1/rankings/" + ranking, "?" + period);
                    check(reader, "/api/v1/rankings/" + ranking, "?limit=3&compare=previous&" + period);
                }
            }
            check(reader, "/api/v1/channels/{channel}/broadcasts/{broadcast}", "/api/v1/channels/7/broadcasts/700", "");
            for (String chosen : List.of("channels=7,8", "categories=31,none", "languages=en,xx")) {
                for (String period : periods) {
                    check(reader, "/api/v1/compare", "?compare=previous&" + chosen + "&" + period);
                }
            }
            check(reader, "/api/v1/moment", "");
            check(reader, "/api/v1/moment", "?at=2026-01-05T20:07:03Z&limit=3");
            check(reader, "/api/v1/status", "");
            check(reader, "/api/v1/slots", "");
            check(reader, "/api/v1/search", "?q=a");
            check(reader, "/health", "");
        }
    }

    @Test
    void refusalsAreAsDescribed() {
        JsonNode problem =
                JsonMapper.shared().readTree(visitor.get("/api/v1/totals?x=1").body());

        assertThat(errors(problem, closed("/components/schemas/Problem"))).isEmpty();
    }

    @Test
    void whatIsSaidToBeNullSometimesIsAField() {
        Absences.FIELDS.forEach((type, fields) -> assertThat(
                        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                .as(type.getName())
                .containsAll(fields));
    }

    private static void check(Visitor reader, String path, String query) {
        check(reader, path, filled(path), query);
    }

    private static void check(Visitor reader, String path, String address, String query) {
        if (path.endsWith("openapi.json")) {
            return;
        }
        JsonNode answer = reader.json(address + query);
        JsonNode place = document.at(pointer(path))
                .path("application/json")
                .path("schema")
                .path("$ref");
        assertThat(errors(answer, closed(place.asString().substring(1))))
                .as(address + query)
                .isEmpty();
    }

    private static String pointer(String path) {
        return "/paths/" + path.replace("/", "~1") + "/get/responses/200/content";
    }

    private static List<Error> errors(JsonNode answer, Schema schema) {
        return schema.validate(
                answer.toString(),
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** The schema at a place of the document, without room for fields that it does not name. */
    private static Schema closed(String place) {
        ObjectNode schemas =
                (ObjectNode) document.path("components").path("schemas").deepCopy();
        schemas.forEach(OpenApiTest::close);
        ObjectNode all = JsonMapper.shared().createObjectNode().put("$ref", "#" + place);
        all.set("$defs", schemas);
        String text = all.toString().replace("#/components/schemas/", "#/$defs/");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties") && schema instanceof ObjectNode object) {
            object.put("additionalProperties", false);
            schema.path("properties").forEach(OpenApiTest::close);
        }
    }
}
