package io.streamgauge.web.page;

import io.streamgauge.analytics.Meta;

/** Says in a sentence how well a period is known. */
public final class Coverage {

    private static final double ALL = 0.9995;
    private static final double SOME = 0.0005;

    private Coverage() {}

    static String sentence(Meta meta, Comparison comparison) {
        return (comparison.isRunning() ? "The period is still running and measured up to now. " : "")
                + known(meta)
                + captured(meta);
    }

    private static String captured(Meta meta) {
        return meta.captureRate() == null
                ? ""
                : " Twitch's listing showed " + Numbers.percent(meta.captureRate()) + " of the streams that were live.";
    }

    /** What part of the time was measured. */
    public static String known(Meta meta) {
        if (meta.coverage() <= 0) {
            return "Nothing was measured in this period.";
        }
        String bridged = meta.bridged() < SOME
                ? ""
                : ", " + Numbers.percent(meta.bridged()) + " of it bridged across missed snapshots";
        if (meta.coverage() >= ALL) {
            return "Measured without a gap" + bridged + ".";
        }
        return "Measured for " + Numbers.percent(meta.coverage()) + " of the time" + bridged
                + "; the rest is unknown and left out.";
    }
}
