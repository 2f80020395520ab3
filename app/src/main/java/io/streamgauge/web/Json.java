package io.streamgauge.web;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes answers as JSON: snake_case, fields in the order of their records, instants in ISO-8601. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(new Naming())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new PlainNumber())
                    .addSerializer(double.class, new PlainNumber()))
            .build();

    private Json() {}

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** A type, with what stands in its angle brackets. */
    static JavaType type(Class<?> type, Class<?>... arguments) {
        return arguments.length == 0
                ? MAPPER.constructType(type)
                : MAPPER.getTypeFactory().constructParametricType(type, arguments);
    }

    /** The type of a record's component. */
    static JavaType type(RecordComponent component, JavaType record) {
        return MAPPER.getTypeFactory().resolveMemberType(component.getGenericType(), record.getBindings());
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Text that may stand inside an HTML element, since it holds no tag. */
    static String textForHtml(Object value) {
        return MAPPER.writeValueAsString(value).replace("<", "\\u003c");
    }

    private static final class Naming extends PropertyNamingStrategies.NamingBase {

        private static final long serialVersionUID = 1L;

        @Override
        public String translate(String name) {
            return SnakeCase.of(name);
        }
    }

    /** Never 1.2E7, and whole numbers without a fraction. */
    private static final class PlainNumber extends ValueSerializer<Double> {

        @Override
        public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
            if (value.isNaN() || value.isInfinite()) {
                generator.writeNull();
            } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                generator.writeNumber(value.longValue());
            } else {
                generator.writeNumber(BigDecimal.valueOf(value));
            }
        }
    }
}
