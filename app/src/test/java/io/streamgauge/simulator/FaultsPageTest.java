package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.Repository;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documentation shows the faults that there are. Where it does not, the table to paste stands in the failure. */
final class FaultsPageTest {

    @Test
    void thePageShowsEveryFault() {
        List<String> table = new ArrayList<>(List.of("| fault | what a client sees | storm |", "|---|---|---|"));
        for (Fault fault : Fault.values()) {
            table.add("| `" + fault + "` | " + fault.effect() + " | " + chanceInStorm(fault) + " |");
        }
        assertThat(Repository.read("docs/simulator.md")
                        .lines()
                        .dropWhile(line -> !line.equals("## The faults"))
                        .filter(line -> line.startsWith("|")))
                .containsExactlyElementsOf(table);
    }

    private static String chanceInStorm(Fault fault) {
        return Storm.ORDERS.stream()
                .filter(order -> order.fault() == fault)
                .map(order -> BigDecimal.valueOf(order.rule().chance().orElseThrow()))
                .map(chance -> chance.stripTrailingZeros().toPlainString())
                .findFirst()
                .orElse("–");
    }
}
