package io.streamgauge.web;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes records as JSON Schema, as {@link Json} writes them: every field is there, and some may be null. */
final class RecordSchemas {

    static final String PLACE = "#/components/schemas/";

    private final Map<String, ObjectNode> schemas = new TreeMap<>();

    /** Those of all records that were asked for, and of those in them, by name. */
    Map<String, ObjectNode> all() {
        return schemas;
    }

    ObjectNode of(JavaType type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        Class<?> raw = type.getRawClass();
        if (type.isReferenceType()) {
            return orNull(of(type.getContentType()));
        }
        if (type.isCollectionLikeType()) {
            ObjectNode items = of(type.getContentType());
            boolean hasGaps = isBoxed(type.getContentType().getRawClass());
            schema.put("type", "array").set("items", hasGaps ? orNull(items) : items);
            return schema;
        }
        if (type.isMapLikeType()) {
            schema.put("type", "object").set("additionalProperties", of(type.getContentType()));
            return schema;
        }
        if (raw.isRecord()) {
            return schema.put("$ref", PLACE + record(type));
        }
        if (raw == double.class || raw == Double.class) {
            return schema.put("type", "number");
        }
        if (raw == int.class || raw == long.class || raw == Integer.class || raw == Long.class) {
            return schema.put("type", "integer");
        }
        if (raw == boolean.class) {
            return schema.put("type", "boolean");
        }
        schema.put("type", "string");
        if (raw == Instant.class) {
            schema.put("format", "date-time");
        } else if (raw == LocalDate.class) {
            schema.put("format", "date");
        } else if (raw.isEnum()) {
            Arrays.stream(raw.getEnumConstants()).map(Object::toString).forEach(schema.putArray("enum")::add);
        } else if (raw != String.class) {
            throw new IllegalStateException("The API's description knows no type " + type);
        }
        return schema;
    }

    /** Describes a record once and tells its name. */
    private String record(JavaType type) {
        String name = name(type);
        if (schemas.containsKey(name)) {
            return name;
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schemas.put(name, schema);
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : type.getRawClass().getRecordComponents()) {
            JavaType own = Json.type(component, type);
            String field = SnakeCase.of(component.getName());
            boolean isNullable = isBoxed(own.getRawClass()) || Absences.mayBeNull(component);
            properties.set(field, isNullable ? orNull(of(own)) : of(own));
        }
        properties.propertyNames().forEach(schema.withArray("required")::add);
        return name;
    }

    private static boolean isBoxed(Class<?> type) {
        return type == Double.class || type == Integer.class || type == Long.class;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("$ref")) {
            ObjectNode either = JsonNodeFactory.instance.objectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        String type = schema.path("type").asString();
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    /** {@code TotalsSummary}, {@code RankingOfRankingChannel}. */
    private static String name(JavaType type) {
        Class<?> raw = type.getRawClass();
        String outer =
                raw.getEnclosingClass() == null ? "" : raw.getEnclosingClass().getSimpleName();
        String arguments = type.getBindings().getTypeParameters().stream()
                .map(RecordSchemas::name)
                .collect(Collectors.joining("And"));
        return outer + raw.getSimpleName() + (arguments.isEmpty() ? "" : "Of" + arguments);
    }
}
