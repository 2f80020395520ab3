package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.simulator.FaultRule.Pages;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FaultsTest {
    private static final Call GERMAN = call("language=de");
    private static final Call FRENCH = call("language=fr");

    private final Faults faults = new Faults(7);

    @Test
    void theSameSeedGivesTheSameFaults() {
        Faults same = new Faults(7);
        Faults other = new Faults(8);
        for (Faults each : List.of(faults, same, other)) {
            each.withChance(Fault.EMPTY_500, 0.3);
        }

        List<Boolean> strikes = strikes(faults, GERMAN, 200);

        assertThat(strikes(same, GERMAN, 200)).isEqualTo(strikes);
        assertThat(strikes(other, GERMAN, 200)).isNotEqualTo(strikes);
        assertThat(faults.happened().get(Fault.EMPTY_500)).isBetween(40, 80);
    }

    @Test
    void aRuleForOneLanguageDoesNotHeedTheOthers() {
        Faults mixed = new Faults(7);
        for (Faults each : List.of(faults, mixed)) {
            each.add(Fault.EMPTY_500, FaultRule.always().withChance(0.3).inLanguage("de"));
        }

        List<Boolean> inMixed = IntStream.range(0, 50)
                .mapToObj(call -> !mixed.strikes(Fault.EMPTY_500, FRENCH) && mixed.strikes(Fault.EMPTY_500, GERMAN))
                .toList();

        assertThat(inMixed).isEqualTo(strikes(faults, GERMAN, 50)).contains(true);
    }

    @Test
    void rulesOfOneFaultHaveDiceOfTheirOwn() {
        faults.add(Fault.EMPTY_500, FaultRule.always().withChance(0.3).inLanguage("de"));
        faults.add(Fault.EMPTY_500, FaultRule.always().withChance(0.3).inLanguage("fr"));

        assertThat(strikes(faults, GERMAN, 100)).isNotEqualTo(strikes(faults, FRENCH, 100));
    }

    @Test
    void aRuleIsAboutSomeCalls() {
        Call later = call("language=de&after=x");
        faults.add(Fault.STALL, FaultRule.once().afterCalls(2));
        faults.add(Fault.EMPTY_500, FaultRule.always().on(Pages.LATER));
        faults.add(Fault.HTML_503, FaultRule.always().on(Pages.FIRST).onPath("/helix/streams"));
        faults.add(Fault.TRUNCATED_JSON, FaultRule.always().onPath("/helix/games"));

        assertThat(IntStream.range(0, 5).filter(call -> faults.strikes(Fault.STALL, GERMAN)))
                .containsExactly(2);
        assertThat(faults.strikes(Fault.EMPTY_500, GERMAN)).isFalse();
        assertThat(faults.strikes(Fault.EMPTY_500, later)).isTrue();
        assertThat(faults.strikes(Fault.HTML_503, GERMAN)).isTrue();
        assertThat(faults.strikes(Fault.HTML_503, later)).isFalse();
        assertThat(faults.strikes(Fault.TRUNCATED_JSON, GERMAN)).isFalse();
        faults.clear();
        assertThat(faults.strikes(Fault.EMPTY_500, later)).isFalse();
        assertThat(faults.happened()).isEqualTo(Map.of(Fault.STALL, 1, Fault.EMPTY_500, 1, Fault.HTML_503, 1));
    }

    @Test
    void aRuleForSoManyTimesHoldsForCallsAtOnce() {
        faults.add(Fault.EMPTY_500, FaultRule.always().times(50));

        long struck = IntStream.range(0, 1000)
                .parallel()
                .filter(call -> faults.strikes(Fault.EMPTY_500, GERMAN))
                .count();

        assertThat(struck).isEqualTo(50);
    }

    @Test
    void aStormHasEverythingThatComesAndGoes() {
        faults.storm(3);

        assertThat(faults.seed()).isEqualTo(3);
        assertThat(faults.orders())
                .extracting(Faults.Order::fault)
                .doesNotContain(Fault.SLOW_REFILL)
                .hasSize(Fault.values().length - 1)
                .doesNotHaveDuplicates();
        assertThat(faults.orders()).allMatch(order -> order.rule().chance().orElse(1) <= 0.5);
    }

    @Test
    void refusesRulesThatCannotBe() {
        assertThatThrownBy(() -> faults.withChance(Fault.EMPTY_500, 1.5))
                .hasMessage("A fault's chance lies above 0 and not above 1, not at 1.5");
        assertThatThrownBy(() -> FaultRule.always().times(0)).hasMessage("A fault happens at least 1 time, not 0");
        assertThatThrownBy(() -> FaultRule.always().afterCalls(-1))
                .hasMessage("A fault comes after 0 or more calls, not after -1");
        assertThatThrownBy(() -> faults.once(Fault.FLICKER))
                .hasMessage("FLICKER lasts as long as its rule: leave out everything but its chance");
        assertThatThrownBy(() -> Fault.named("FLICKERS"))
                .hasMessageStartingWith("There is no fault 'FLICKERS'; there are CONNECTION_RESET, TRUNCATED_JSON, ");
        assertThat(faults.orders()).isEmpty();
    }

    private static List<Boolean> strikes(Faults faults, Call call, int times) {
        return IntStream.range(0, times)
                .mapToObj(number -> faults.strikes(Fault.EMPTY_500, call))
                .toList();
    }

    private static Call call(String query) {
        return new Call("GET", "/helix/streams", Query.of(query), Query.of(query), "", name -> null);
    }
}
