package io.streamgauge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static final String TEXT = """
            -- What it is for:
            -- a second line.
            --
            -- unit: snapshot
            -- grain: a, b
            -- order: a, b desc
            -- merge: first_at min, last_at max
            -- inputs: landing

            select * from landing
            """;

    @Test
    void readsTheHeaderAndTheSelect() {
        assertThat(Model.parse("one", TEXT))
                .isEqualTo(new Model(
                        "one",
                        Unit.SNAPSHOT,
                        "What it is for: a second line.",
                        List.of("a", "b"),
                        List.of("landing"),
                        List.of("a", "b desc"),
                        Map.of("first_at", "min", "last_at", "max"),
                        false,
                        "select * from landing"));
    }

    @Test
    void putsRowsTogetherAsTheHeaderSays() {
        assertThat(Model.parse("one", TEXT).merged("parts"))
                .isEqualTo("select a, b, min(first_at) as first_at, max(last_at) as last_at from parts group by a, b");
    }

    @Test
    void saysWhatAHeaderLacks() {
        assertThatThrownBy(() -> Model.parse("one", TEXT.replace("unit: snapshot", "unit: year")))
                .hasMessage(
                        "Model one: its header must say 'unit: ' view, snapshot, hour, day, over, labelled, learnt, month, period,"
                                + " rolling or recent, found 'year'");
        assertThatThrownBy(() -> Model.parse("one", TEXT.replace("-- order: a, b desc\n", "")))
                .hasMessage("Model one: its header must say 'order: ' and columns");
        assertThatThrownBy(() -> Model.parse("one", TEXT.replace("last_at max", "last_at sum")))
                .hasMessage("Model one: 'merge: ' takes a column and min or max, found 'last_at sum'");
        assertThatThrownBy(() -> Model.parse("one", TEXT.replace("-- merge", "-- periods: open\n-- merge")))
                .hasMessage("Model one: 'periods: ' takes over, found 'open'");
    }

    @Test
    void ordersModelsByWhatTheyRead() {
        Models models = Models.of(List.of(view("c", "b"), view("a", "landing"), view("b", "a")));

        assertThat(models.all()).extracting(Model::name).containsExactly("a", "b", "c");
        assertThat(models.readsLanding(models.get("c"))).isTrue();
    }

    @Test
    void refusesUnknownInputsAndCircles() {
        assertThatThrownBy(() -> Models.of(List.of(view("a", "nothing"))))
                .hasMessage("Model a reads nothing, which is no model");
        assertThatThrownBy(() -> Models.of(List.of(view("a", "b"), view("b", "a"))))
                .hasMessage("Models read each other: a > b");
        assertThatThrownBy(() -> Models.of(List.of(view("a", "landing"), view("a", "landing"))))
                .hasMessage("Two models are named a");
    }

    private static Model view(String name, String input) {
        return new Model(name, Unit.VIEW, "", List.of("x"), List.of(input), List.of(), Map.of(), false, "select 1");
    }
}
