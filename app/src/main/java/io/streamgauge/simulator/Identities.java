package io.streamgauge.simulator;

import java.util.Locale;
import java.util.OptionalInt;

/** Gives channels their ids and names, and finds channels by them. A few channels change their names now and then. */
final class Identities {
    private static final int NAME_LASTS_DAYS = 120;
    private static final String KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private static final String HANGUL = "가나다라마바사아자하고노도로모보소오조호구누두루무부수우주후기니디리미비시이지히";
    private static final String HAN = "小大天空風花月星海山川雨雪火木森石金白黑青红龙虎猫鱼鸟米茶光夜春夏秋冬";

    private final Population population;
    private final Shuffle order;
    private final UserIds userIds;

    Identities(Population population, long seed) {
        this.population = population;
        this.order = new Shuffle(population.size(), seed);
        this.userIds = new UserIds(population.size());
    }

    Identity of(int channel, long epochSecond) {
        long hash = population.hashOf(channel);
        int number = order.apply(channel);
        String core = Logins.core(number);
        String ending = Logins.ending(hash, version(hash, epochSecond));
        String login = core + ending;
        return new Identity(Long.toString(userIds.of(number)), login, displayName(channel, hash, core, ending));
    }

    OptionalInt channelOfUserId(String userId) {
        if (userId.isEmpty() || userId.length() > 12 || !userId.chars().allMatch(Identities::isDigit)) {
            return OptionalInt.empty();
        }
        return back(userIds.numberOf(Long.parseLong(userId)));
    }

    OptionalInt channelOfLogin(String login, long epochSecond) {
        OptionalInt channel = back(Logins.numberOf(login));
        boolean current = channel.isPresent()
                && of(channel.getAsInt(), epochSecond).login().equals(login);
        return current ? channel : OptionalInt.empty();
    }

    private OptionalInt back(OptionalInt number) {
        return number.isPresent() && number.getAsInt() < population.size()
                ? OptionalInt.of(order.undo(number.getAsInt()))
                : OptionalInt.empty();
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static long version(long channelHash, long epochSecond) {
        int draw = Hash.below(50 * NAME_LASTS_DAYS, channelHash, Trait.RENAME);
        boolean renames = draw < NAME_LASTS_DAYS;
        return renames ? Math.floorDiv(Math.floorDiv(epochSecond, 86400L) + draw, (long) NAME_LASTS_DAYS) : 0;
    }

    private String displayName(int channel, long hash, String core, String ending) {
        int style = Hash.below(100, hash, Trait.NAME + 1000);
        if (style < 45) {
            String local =
                    switch (population.languageOf(channel).code()) {
                        case "ja" -> letters(KATAKANA, hash, 3) + (style < 15 ? letters(HAN, hash, 1) : "");
                        case "ko" -> letters(HANGUL, hash, 2);
                        case "zh", "zh-hk" -> letters(HAN, hash, 2);
                        default -> "";
                    };
            if (!local.isEmpty()) {
                return local;
            }
        }
        String first = core.substring(0, 1).toUpperCase(Locale.ROOT) + core.substring(1);
        if (style < 60) {
            return first + ending;
        }
        return style < 75 ? first + ending.toUpperCase(Locale.ROOT) : core + ending;
    }

    private static String letters(String alphabet, long hash, int least) {
        int count = least + Hash.below(4, hash, Trait.NAME + 2000);
        StringBuilder name = new StringBuilder(count);
        for (int letter = 0; letter < count; letter++) {
            name.append(alphabet.charAt(Hash.below(alphabet.length(), hash, Trait.NAME + 3000 + letter)));
        }
        return name.toString();
    }
}
