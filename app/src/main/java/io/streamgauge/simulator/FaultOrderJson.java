package io.streamgauge.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules as JSON: an array such as {@code [{"fault":"HALF_CURSOR","times":1,"after_calls":30}]}. */
final class FaultOrderJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String KNOWN = "fault, chance, times, after_calls, language, path, pages";

    private FaultOrderJson() {}

    /** @throws IllegalArgumentException that names the rule and what is wrong with it */
    static List<Faults.Order> read(String body) {
        JsonNode rules = parsed(body);
        if (!rules.isArray()) {
            throw new IllegalArgumentException(
                    "The rules are no JSON array, expected one such as [{\"fault\":\"EMPTY_500\",\"chance\":0.01}]");
        }
        List<Faults.Order> orders = new ArrayList<>();
        for (JsonNode rule : rules.values()) {
            try {
                orders.add(order(rule));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("Rule " + (orders.size() + 1) + ": " + wrong.getMessage(), wrong);
            }
        }
        return orders;
    }

    static Map<String, Object> written(Faults.Order order) {
        FaultRule rule = order.rule();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("fault", order.fault());
        rule.chance().ifPresent(chance -> fields.put("chance", chance));
        if (rule.times() != FaultRule.UNLIMITED) {
            fields.put("times", rule.times());
        }
        if (rule.afterCalls() > 0) {
            fields.put("after_calls", rule.afterCalls());
        }
        rule.language().ifPresent(language -> fields.put("language", language));
        rule.path().ifPresent(path -> fields.put("path", path));
        if (rule.pages() != FaultRule.Pages.ANY) {
            fields.put("pages", rule.pages().name().toLowerCase(Locale.ROOT));
        }
        return fields;
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("The rules are not JSON: " + notJson.getOriginalMessage(), notJson);
        }
    }

    private static Faults.Order order(JsonNode json) {
        JsonNode name = json.path("fault");
        if (!name.isString()) {
            throw new IllegalArgumentException(
                    "'fault' is " + (name.isMissingNode() ? "missing" : name) + ", expected a fault's name");
        }
        Fault fault = Fault.named(name.asString());
        FaultRule rule = FaultRule.always();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            rule = with(rule, field.getKey(), field.getValue());
        }
        rule.requireFor(fault);
        return new Faults.Order(fault, rule);
    }

    private static FaultRule with(FaultRule rule, String name, JsonNode value) {
        return switch (name) {
            case "fault" -> rule;
            case "chance" ->
                rule.withChance(
                        checked(name, value, JsonNode::isNumber, "a number").doubleValue());
            case "times" ->
                rule.times(
                        checked(name, value, JsonNode::isInt, "a whole number").intValue());
            case "after_calls" ->
                rule.afterCalls(
                        checked(name, value, JsonNode::isInt, "a whole number").intValue());
            case "language" ->
                rule.inLanguage(
                        checked(name, value, JsonNode::isString, "a code").asString());
            case "path" ->
                rule.onPath(checked(name, value, JsonNode::isString, "a path").asString());
            case "pages" -> rule.on(pages(name, value));
            default -> throw new IllegalArgumentException("'" + name + "' is unknown; known are " + KNOWN);
        };
    }

    private static FaultRule.Pages pages(String name, JsonNode value) {
        String text = value.asString("");
        for (FaultRule.Pages pages : FaultRule.Pages.values()) {
            if (pages.name().toLowerCase(Locale.ROOT).equals(text)) {
                return pages;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is " + value + ", expected any, first or later");
    }

    private static JsonNode checked(String name, JsonNode value, Predicate<JsonNode> fits, String expected) {
        if (!fits.test(value)) {
            throw new IllegalArgumentException("'" + name + "' is " + value + ", expected " + expected);
        }
        return value;
    }
}
