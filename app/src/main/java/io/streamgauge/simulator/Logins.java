package io.streamgauge.simulator;

import java.util.OptionalInt;

/** Made-up logins: four syllables that stand for a number, and an ending. */
final class Logins {
    private static final String[] SYLLABLES = {
        "ba", "be", "bi", "bo", "bu", "da", "de", "di", "do", "du", "fa", "fe", "fi", "fo", "ja", "je", "ji", "jo",
        "ju", "ka", "ke", "ko", "ku", "la", "le", "li", "lo", "lu", "ma", "me", "mi", "mo", "mu", "na", "ne", "ni",
        "no", "nu", "ra", "re", "ri", "ro", "ru", "sa", "se", "si", "so", "su", "ta", "te", "ti", "to", "tu", "va",
        "ve", "vi", "vo", "vu", "wa", "we", "wi", "wo", "wu", "ry"
    };
    private static final String[] ENDINGS = {
        "",
        "",
        "",
        "",
        "tv",
        "_tv",
        "live",
        "_live",
        "xo",
        "plays",
        "_",
        "__",
        "gaming",
        "official",
        "ttv",
        "x",
        "_streams",
        "on_the_road",
        "hd",
        "irl"
    };
    private static final int CORE_LETTERS = 8;
    private static final Shuffle SPREAD = new Shuffle(Population.LARGEST, 7);

    private Logins() {}

    static String core(int number) {
        int code = SPREAD.apply(number);
        return SYLLABLES[code >>> 18] + SYLLABLES[code >>> 12 & 63] + SYLLABLES[code >>> 6 & 63] + SYLLABLES[code & 63];
    }

    /** @param version another one gives the name taken after a renaming */
    static String ending(long channelHash, long version) {
        long key = Hash.of(channelHash, Trait.NAME);
        String word = Hash.pick(ENDINGS, key, version);
        int digits = Hash.below(100, key, version + 1000);
        return digits < 70 ? word : word + Hash.below(2100, key, version + 2000);
    }

    /** The number in a login, whatever its ending. */
    static OptionalInt numberOf(String login) {
        if (login.length() < CORE_LETTERS) {
            return OptionalInt.empty();
        }
        int code = 0;
        for (int letter = 0; letter < CORE_LETTERS; letter += 2) {
            int syllable = syllable(login.substring(letter, letter + 2));
            if (syllable < 0) {
                return OptionalInt.empty();
            }
            code = code << 6 | syllable;
        }
        return OptionalInt.of(SPREAD.undo(code));
    }

    private static int syllable(String letters) {
        for (int index = 0; index < SYLLABLES.length; index++) {
            if (SYLLABLES[index].equals(letters)) {
                return index;
            }
        }
        return -1;
    }
}
