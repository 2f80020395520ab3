package io.streamgauge.simulator;

import java.util.ArrayList;
import java.util.List;

/** Up to ten tags of up to 25 characters, the language's own one usually first. */
final class Tags {
    private static final String[] POOL = {
        "chill",
        "Chill",
        "FPS",
        "cozy",
        "variety",
        "VTuber",
        "18Plus",
        "LGBTQIAPlus",
        "noBackseating",
        "Competitive",
        "Speedrun",
        "roguelike",
        "ADHD",
        "PC",
        "Anime",
        "firstplaythrough",
        "Mentalhealth",
        "SafeSpace",
        "Controller",
        "educational",
        "music",
        "Podcast",
        "GiveawayDropsRewardsToday",
        "español",
        "Женщина",
        "雑談",
        "初見さん歓迎",
        "게임",
        "Zocker",
        "détente",
        "coop",
        "PvP",
        "horror",
        "indie",
        "relaxed",
        "smallstreamer",
        "retro",
        "achievements",
        "modded",
        "ttrpg",
        "charity",
        "pets",
        "DropsEnabled",
        "Furry",
        "tournament",
        "1337",
        "IRL",
        "коопера\ufffd"
    };

    private Tags() {}

    /** Null on a few, as on Twitch. */
    static List<String> of(Language language, long hash) {
        int style = Hash.below(1000, hash, 20);
        if (style < 1) {
            return null;
        }
        int count = 1 + Hash.below(10, hash, 21);
        if (style < 30) {
            count = 0;
        }
        List<String> tags = new ArrayList<>(count);
        if (count > 0 && style < 920) {
            tags.add(language.tag());
        }
        int at = Hash.below(POOL.length, hash, 22);
        int step = 5 + 2 * 3 * Hash.below(7, hash, 23);
        while (tags.size() < count) {
            at = (at + step) % POOL.length;
            tags.add(POOL[at]);
        }
        return List.copyOf(tags);
    }
}
