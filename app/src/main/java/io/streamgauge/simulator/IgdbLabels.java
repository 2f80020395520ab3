package io.streamgauge.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** IGDB's genres, themes and game modes with their ids. */
final class IgdbLabels {
    static final List<Map<String, Object>> GENRES = labels(
            "2 Point-and-click|4 Fighting|5 Shooter|7 Music|8 Platform|9 Puzzle|10 Racing|11 Real Time Strategy (RTS)"
                    + "|12 Role-playing (RPG)|13 Simulator|14 Sport|15 Strategy|16 Turn-based strategy (TBS)|24 Tactical"
                    + "|25 Hack and slash/Beat 'em up|26 Quiz/Trivia|30 Pinball|31 Adventure|32 Indie|33 Arcade"
                    + "|34 Visual Novel|35 Card & Board Game|36 MOBA");
    static final List<Map<String, Object>> THEMES = labels(
            "1 Action|17 Fantasy|18 Science fiction|19 Horror|20 Thriller|21 Survival|22 Historical|23 Stealth|27 Comedy"
                    + "|28 Business|31 Drama|32 Non-fiction|33 Sandbox|34 Educational|35 Kids|38 Open world|39 Warfare"
                    + "|40 Party|41 4X (explore, expand, exploit, and exterminate)|42 Erotic|43 Mystery|44 Romance");
    static final List<Map<String, Object>> MODES = labels("1 Single player|2 Multiplayer|3 Co-operative|4 Split screen"
            + "|5 Massively Multiplayer Online (MMO)|6 Battle Royale");

    private IgdbLabels() {}

    static Map<String, Object> row(long id, String name) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("name", name);
        return row;
    }

    private static List<Map<String, Object>> labels(String text) {
        return Stream.of(text.split("\\|"))
                .map(label -> label.split(" ", 2))
                .map(parts -> row(Long.parseLong(parts[0]), parts[1]))
                .toList();
    }
}
