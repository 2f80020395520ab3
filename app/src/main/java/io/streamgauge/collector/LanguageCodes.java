package io.streamgauge.collector;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The languages that a listing is walked by: those that Twitch is known to have, and every one ever met. */
final class LanguageCodes {

    /** Twitch's table as two independent clients have it, the most used first. */
    private static final List<String> KNOWN = List.of(
            "en", "es", "ru", "de", "fr", "pt", "it", "pl", "tr", "ja", "zh", "ar", "cs", "ko", "uk", "nl", "sv", "hu",
            "other", "el", "fi", "da", "no", "ro", "th", "sk", "bg", "ca", "zh-hk", "vi", "id", "tl", "hi", "asl",
            "ms");

    private LanguageCodes() {}

    /** All of them, those that had most streams in the last snapshot first. */
    static List<String> after(Optional<Previous> previous) {
        Set<String> codes = new LinkedHashSet<>(KNOWN);
        Map<String, Integer> sizes = previous.map(Previous::languages).orElse(Map.of());
        codes.addAll(sizes.keySet());
        previous.map(before -> before.crawl().languages())
                .ifPresent(walks -> codes.addAll(walks.rows().keySet()));
        codes.removeIf(String::isBlank);
        return codes.stream()
                .sorted(Comparator.comparingInt(code -> -sizes.getOrDefault(code, 0)))
                .toList();
    }

    /** The first language of these that was not asked for. */
    static Optional<String> strange(Collection<String> languages, Collection<String> asked) {
        return languages.stream().filter(code -> !asked.contains(code)).sorted().findFirst();
    }
}
