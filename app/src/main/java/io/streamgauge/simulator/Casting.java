package io.streamgauge.simulator;

import java.util.ArrayList;
import java.util.List;

/** Who and what is in a world: everything that stays the same however late it is. */
record Casting(
        long seed,
        Population population,
        List<Tongue> tongues,
        AudienceCurve audiences,
        Identities identities,
        Categories categories,
        Script script) {

    static Casting of(long seed, int streams) {
        DayRhythm[] rhythms = DayRhythm.of(Languages.ALL);
        List<Tongue> tongues = new ArrayList<>();
        for (int index = 0; index < rhythms.length; index++) {
            tongues.add(new Tongue(Languages.ALL.get(index), rhythms[index]));
        }
        Population population = new Population(seed, streams, rhythms);
        Categories categories = new Categories(seed);
        return new Casting(
                seed,
                population,
                List.copyOf(tongues),
                new AudienceCurve(streams),
                new Identities(population, seed),
                categories,
                new Script(categories));
    }
}
