package io.streamgauge.web.page;

import java.util.Locale;
import java.util.Map;

/** Languages by their names in English. */
public final class LanguageNames {

    /** Codes that no locale has, or names at length. */
    private static final Map<String, String> BY_CODE =
            Map.of("", "(none)", "other", "Other", "asl", "American Sign Language", "zh-hk", "Chinese (Hong Kong)");

    private LanguageNames() {}

    /** @param code as Twitch gives it: a language tag, or {@code other}; one that is not known stands for itself */
    public static String of(String code) {
        String known = BY_CODE.get(code.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        String name = Locale.forLanguageTag(code).getDisplayName(Locale.ENGLISH);
        return name.isEmpty() ? code : name;
    }
}
