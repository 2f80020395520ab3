package io.streamgauge.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** About four thousand categories with a heavy head and a long tail. Some change their name now and then. */
final class Categories {
    static final int COUNT = 4000;

    private static final int NAME_LASTS_DAYS = 240;
    private static final double WITHOUT_CATEGORY = 0.004;

    private final List<Category> first = new ArrayList<>(COUNT);
    private final List<Category> renamed = new ArrayList<>(COUNT);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final double[] upTo = new double[COUNT];
    private final long seed;

    Categories(long seed) {
        this.seed = seed;
        double sum = 0;
        for (int number = 0; number < COUNT; number++) {
            sum += 1 / StrictMath.pow(number + 2.5, 1.15);
            upTo[number] = sum;
            long hash = Hash.of(seed, number);
            boolean isGame = !CategoryNames.isActivity(number);
            String id = Long.toString((isGame ? 10_000 : 500_000) + number * 271L + Hash.below(271, hash, 1));
            String igdbId = isGame && Hash.unit(hash, 2) > 0.02
                    ? Integer.toString(100 + number * 43 + Hash.below(43, hash, 3))
                    : "";
            String name = CategoryNames.of(number);
            boolean renames = Hash.below(120, hash, 4) == 0;
            Category category = new Category(id, name, igdbId);
            first.add(category);
            renamed.add(renames ? new Category(id, name + ": Reforged", igdbId) : category);
            numbers.put(id, number);
        }
    }

    /** The number of a category, drawn by popularity, or -1 for none. */
    int draw(long key, long counter) {
        double drawn = Hash.unit(key, counter);
        if (drawn < WITHOUT_CATEGORY) {
            return -1;
        }
        double weight = (drawn - WITHOUT_CATEGORY) / (1 - WITHOUT_CATEGORY) * upTo[COUNT - 1];
        int low = 0;
        int high = COUNT - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > weight) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** All of them by number, each under its first name. */
    List<Category> all() {
        return List.copyOf(first);
    }

    Category at(int number, long epochSecond) {
        if (number < 0) {
            return Category.NONE;
        }
        long day = Math.floorDiv(epochSecond, 86400L) + Hash.below(NAME_LASTS_DAYS, seed, COUNT + number);
        boolean even = Math.floorDiv(day, (long) NAME_LASTS_DAYS) % 2 == 0;
        return (even ? first : renamed).get(number);
    }

    Optional<Category> withId(String id, long epochSecond) {
        return Optional.ofNullable(numbers.get(id)).map(number -> at(number, epochSecond));
    }

    Optional<Category> named(String name, long epochSecond) {
        for (int number = 0; number < COUNT; number++) {
            Category category = at(number, epochSecond);
            if (category.name().equals(name)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
