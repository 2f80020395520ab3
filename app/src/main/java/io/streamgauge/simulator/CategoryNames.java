package io.streamgauge.simulator;

import java.util.Map;

/** Names of categories: those of activities are the plain words for them, those of games are made up. */
final class CategoryNames {
    private static final Map<Integer, String> ACTIVITIES = Map.ofEntries(
            Map.entry(0, "Just Chatting"),
            Map.entry(7, "Retro"),
            Map.entry(11, "Music"),
            Map.entry(14, "Sports"),
            Map.entry(18, "Art"),
            Map.entry(22, "Talk Shows & Podcasts"),
            Map.entry(27, "Chess"),
            Map.entry(33, "Travel & Outdoors"),
            Map.entry(41, "Food & Drink"),
            Map.entry(48, "Fitness & Health"),
            Map.entry(59, "Software and Game Development"),
            Map.entry(71, "Animals, Aquariums, and Zoos"),
            Map.entry(90, "Makers & Crafting"),
            Map.entry(120, "Science & Technology"),
            Map.entry(900, "Chess"));

    private static final String[] FIRST = {
        "Ember",
        "Iron",
        "Hollow",
        "Silent",
        "Crimson",
        "Star",
        "Turbo",
        "Pixel",
        "Frost",
        "Shadow",
        "Golden",
        "Neon",
        "Lost",
        "Wild",
        "Deep",
        "Sky",
        "Arcane",
        "Rogue",
        "Tiny",
        "Mega",
        "Broken",
        "Final",
        "Endless",
        "Quantum",
        "Dragon's",
        "Pirate",
        "Haunted",
        "Velvet",
        "Copper",
        "Thunder",
        "Paper",
        "Midnight",
        "Élan",
        "Über",
        "Drift",
        "Ancient",
        "Cosmic",
        "Grim",
        "Sunken",
        "Cozy"
    };
    private static final String[] SECOND = {
        "Harbor", "Tactics", "Legends", "Farm", "Racer", "Kingdoms", "Frontier", "Protocol", "Dungeon", "Odyssey",
        "Strike", "Colony", "Chronicles", "Valley", "Arena", "Manager", "Souls", "Survival", "Heist", "Express",
        "Tycoon", "Requiem", "Gardens", "Warfare", "Puzzle", "Rising", "Outpost", "Rhythm", "Golf", "Knights",
        "Signal", "Labyrinth", "Rails", "Reef", "Hunters", "Academy", "Empire", "Blocks", "Station", "Quest",
        "Island", "Circuit", "Forge", "Trials", "Nights", "Botanist", "Cards", "Siege", "Kitchen", "Echo"
    };
    private static final String[] ENDINGS = {"", ": The Long Way Home", " II", " 2077", " – Définitive Edition"};

    private CategoryNames() {}

    static boolean isActivity(int number) {
        return ACTIVITIES.containsKey(number);
    }

    static String of(int number) {
        String activity = ACTIVITIES.get(number);
        if (activity != null) {
            return activity;
        }
        int pairs = FIRST.length * SECOND.length;
        int pair = (int) (number * 1237L % pairs);
        String name = FIRST[pair % FIRST.length] + " " + SECOND[pair / FIRST.length];
        return number < pairs ? name : name + ENDINGS[1 + Hash.below(ENDINGS.length - 1, number)];
    }
}
