package io.streamgauge.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Names as dirty as the real ones: other scripts, marks, tags, quotes, and far too long. */
final class FakeNames {

    static final String HOSTILE = "<script>alert('x')</script>";

    private static final String[] STARTS = {
        "kaiju", "Moss", "tenebra", "Pixel", "luna", "North", "sakura", "Iron", "velvet", "Quartz", "rio", "Ember",
        "zeno"
    };
    private static final String[] ENDS = {"Fox", "_live", "Kid", "tv", "_plays", "Wolf", "33", "Bard", "_gg", "San", "x"
    };
    private static final String[] CATEGORIES = {
        "Just Talking",
        "Legends of the Rift",
        "Five Cities Roleplay",
        "Strike Force: Global",
        "Minefield & Craft",
        "Arena \"Royale\" <Season 7>",
        "ストリートの王者",
        "Music",
        "",
        "A Very Long Game Title That Goes On: The Definitive Remastered Anniversary Collector's Edition, Part Two",
        "مغامرات الصحراء",
        "Chess",
        HOSTILE
    };

    private FakeNames() {}

    static List<FakeWorld.Channel> channels(int count) {
        Random random = new Random(11);
        List<FakeWorld.Channel> channels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String plain =
                    STARTS[random.nextInt(STARTS.length)] + ENDS[random.nextInt(ENDS.length)] + (i < 13 ? "" : i);
            String login = plain.toLowerCase(Locale.ROOT);
            double share = 0.021 / Math.pow(i + 1.6, 0.82);
            channels.add(new FakeWorld.Channel(
                    i,
                    Integer.toString(100_000 + i * 37),
                    login,
                    name(i, plain),
                    share,
                    0.18 + random.nextDouble() * 0.4));
        }
        return channels;
    }

    private static String name(int place, String plain) {
        return switch (place) {
            case 2 -> "夜ふかしランド";
            case 4 -> HOSTILE;
            case 5 -> "O'Neil \"The & <b>Boss</b>\"";
            case 6 -> "قناة الألعاب";
            case 7 -> "TwentyFiveCharactersLong_";
            case 8 -> "플레이어하나";
            default -> plain;
        };
    }

    static List<FakeWorld.Category> categories() {
        List<FakeWorld.Category> categories = new ArrayList<>();
        for (int i = 0; i < 1_204; i++) {
            String name = i < CATEGORIES.length ? CATEGORIES[i] : "Game number " + i;
            String id = name.isEmpty() ? "" : Integer.toString(500_000 + i * 13);
            categories.add(
                    new FakeWorld.Category(i, id, name.isEmpty() ? "(none)" : name, 0.30 / Math.pow(i + 1.5, 1.22)));
        }
        return categories;
    }
}
