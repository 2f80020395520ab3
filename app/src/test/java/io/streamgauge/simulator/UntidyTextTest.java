package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever people write on Twitch is written here too, within Twitch's bounds. */
final class UntidyTextTest {
    private static final List<LiveStream> LIVE = World.of(2, 20_000).liveAt(Instant.parse("2026-11-17T12:00:00Z"));

    @Test
    void textsKeepTwitchsBounds() {
        for (LiveStream stream : LIVE.subList(LIVE.size() - 4000, LIVE.size())) {
            assertThat(stream.id()).matches("\\d{12}");
            assertThat(stream.userId()).matches("\\d{6,10}");
            assertThat(stream.userLogin()).matches("[a-z0-9_]{4,25}");
            assertThat(stream.userName().length()).isBetween(2, 25);
            assertThat(stream.title().codePointCount(0, stream.title().length()))
                    .isLessThanOrEqualTo(140);
            assertThat(stream.startedAt().toString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
            assertThat(stream.type()).isEqualTo("live");
            assertThat(stream.tagIds()).isEmpty();
            if (stream.tags() != null) {
                assertThat(stream.tags()).hasSizeLessThanOrEqualTo(10).doesNotHaveDuplicates();
                assertThat(stream.tags()).allMatch(tag -> !tag.isEmpty() && tag.length() <= 25);
            }
        }
    }

    @Test
    void everyOddityOccurs() {
        assertOccurs("empty title", stream -> stream.title().isEmpty());
        assertOccurs(
                "longest title",
                stream -> stream.title().codePointCount(0, stream.title().length()) == 140);
        assertOccurs("markup", stream -> stream.title().contains("<script>"));
        assertOccurs("quotes and backslashes", stream -> stream.title().contains("\\o/"));
        assertOccurs("zero width", stream -> stream.title().contains("\u200b"));
        assertOccurs("direction", stream -> stream.title().contains("\u202e"));
        assertOccurs("emoji", stream -> stream.title().codePoints().anyMatch(point -> point > 0xffff));
        assertOccurs("no tags", stream -> stream.tags() != null && stream.tags().isEmpty());
        assertOccurs("null tags", stream -> stream.tags() == null);
        assertOccurs(
                "longest tag",
                stream -> stream.tags() != null && stream.tags().stream().anyMatch(tag -> tag.length() == 25));
        assertOccurs(
                "no category",
                stream -> stream.gameId().isEmpty() && stream.gameName().isEmpty());
        assertOccurs("mature", LiveStream::isMature);
        assertOccurs(
                "display name in another script",
                stream -> !stream.userName().toLowerCase(Locale.ROOT).equals(stream.userLogin()));
        for (Language language : Languages.ALL) {
            assertOccurs(language.code(), stream -> stream.language().equals(language.code()));
        }
    }

    @Test
    void someChangeTheirCategoryOrTitleMidway() {
        World world = World.of(2, 1000);
        var later = world.liveAt(Instant.parse("2026-11-17T14:00:00Z")).stream()
                .collect(Collectors.toMap(LiveStream::id, stream -> stream));
        long retitled = 0;
        long moved = 0;
        for (LiveStream stream : world.liveAt(Instant.parse("2026-11-17T12:00:00Z"))) {
            LiveStream then = later.get(stream.id());
            if (then != null) {
                retitled += then.title().equals(stream.title()) ? 0 : 1;
                moved += then.gameId().equals(stream.gameId()) ? 0 : 1;
            }
        }
        assertThat(moved).isBetween(5L, retitled - 1);
        assertThat(retitled).isLessThan(later.size() / 2);
    }

    private static void assertOccurs(String what, Predicate<LiveStream> oddity) {
        assertThat(LIVE).as(what).anyMatch(oddity);
    }
}
