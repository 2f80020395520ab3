package io.streamgauge.cli;

import io.streamgauge.engine.Plan;
import io.streamgauge.engine.TransformListener;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says how a transform goes, and what it will compute anew before it does. */
final class TransformProgress implements TransformListener {

    private final Progress progress;

    TransformProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void day(LocalDate date, int snapshots, int done, int total) {
        progress.say("Transformed " + date + ": " + snapshots + (snapshots == 1 ? " snapshot" : " snapshots") + " ("
                + done + " of " + total + ")");
    }

    @Override
    public void plans(Plan plan) {
        sentences(plan).forEach(progress::say);
    }

    @Override
    public void relabels(List<LocalDate> dates) {
        progress.say(relabelling(dates));
    }

    @Override
    public void recomputed(List<LocalDate> dates, int done, int total) {
        progress.say("Recomputed " + words(dates) + " (" + done + " of " + total + " days)");
    }

    static String relabelling(List<LocalDate> dates) {
        return "Recomputes genres and the like of " + words(dates) + ", since something else is known of categories";
    }

    static List<String> sentences(Plan plan) {
        List<String> sentences = new ArrayList<>();
        if (!plan.isEmpty()) {
            String why = plan.changed().isEmpty()
                    ? ""
                    : ", since these models have changed: " + String.join(", ", plan.changed());
            sentences.add("Recomputes " + String.join(", ", plan.tables()) + " of "
                    + words(plan.days().keySet()) + why);
        }
        if (!plan.kept().isEmpty()) {
            sentences.add("Keeps " + String.join(", ", plan.keptTables()) + " of "
                    + words(plan.kept().keySet())
                    + " as an older model made them, since what they were made of is no longer there");
        }
        return sentences;
    }

    static String words(Collection<LocalDate> dates) {
        LocalDate first = dates.stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = dates.stream().max(LocalDate::compareTo).orElseThrow();
        return dates.size() == 1 ? first.toString() : dates.size() + " days from " + first + " to " + last;
    }
}
