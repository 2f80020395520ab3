package io.streamgauge.simulator;

import java.util.List;

/** The 35 codes that Twitch is known to use. */
final class Languages {
    static final List<Language> ALL = List.of(
            new Language("en", 0.430, "English", List.of(at(-8, 0.13), at(-5, 0.44), at(0, 0.37), at(10, 0.06))),
            new Language("es", 0.110, "Español", List.of(at(-5, 0.35), at(-3, 0.20), at(1, 0.45))),
            Language.in("ru", 0.080, "Русский", 3),
            Language.in("pt", 0.070, "Português", -3),
            Language.in("de", 0.062, "Deutsch", 1),
            Language.in("fr", 0.055, "Français", 1),
            Language.in("ja", 0.036, "日本語", 9),
            Language.in("it", 0.027, "Italiano", 1),
            Language.in("pl", 0.022, "Polski", 1),
            Language.in("tr", 0.020, "Türkçe", 3),
            Language.in("zh", 0.016, "中文", 8),
            Language.in("ko", 0.016, "한국어", 9),
            Language.in("ar", 0.008, "عربي", 3),
            Language.in("cs", 0.006, "Čeština", 1),
            Language.in("uk", 0.005, "Українська", 2),
            Language.in("nl", 0.005, "Nederlands", 1),
            Language.in("th", 0.004, "ภาษาไทย", 7),
            Language.in("hu", 0.004, "Magyar", 1),
            Language.in("sv", 0.004, "Svenska", 1),
            Language.in("el", 0.003, "Ελληνικά", 2),
            Language.in("fi", 0.002, "Suomi", 2),
            Language.in("da", 0.002, "Dansk", 1),
            Language.in("no", 0.002, "Norsk", 1),
            Language.in("ro", 0.002, "Română", 2),
            Language.in("sk", 0.0015, "Slovenčina", 1),
            Language.in("bg", 0.0015, "Български", 2),
            Language.in("vi", 0.001, "TiếngViệt", 7),
            Language.in("id", 0.001, "BahasaIndonesia", 7),
            Language.in("zh-hk", 0.001, "廣東話", 8),
            Language.in("tl", 0.001, "Tagalog", 8),
            Language.in("ca", 0.001, "Català", 1),
            Language.in("hi", 0.0005, "हिन्दी", 5),
            Language.in("ms", 0.0005, "BahasaMelayu", 8),
            Language.in("asl", 0.0005, "AmericanSignLanguage", -5),
            Language.in("other", 0.003, "Other", 0));

    private Languages() {}

    private static Language.Place at(int utcOffset, double weight) {
        return new Language.Place(utcOffset, weight);
    }
}
