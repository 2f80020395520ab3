package io.streamgauge.web.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes long series light: one step, the average, in place of all that begin within the same hour or day. */
final class Averages {

    private Averages() {}

    static List<Step> over(Duration length, List<Step> steps) {
        List<Step> averages = new ArrayList<>();
        List<Step> together = new ArrayList<>();
        for (Step step : steps) {
            if (!together.isEmpty() && place(together.get(0), length) != place(step, length)) {
                averages.add(average(together));
                together.clear();
            }
            together.add(step);
        }
        if (!together.isEmpty()) {
            averages.add(average(together));
        }
        return averages;
    }

    private static long place(Step step, Duration length) {
        return Math.floorDiv(step.at().getEpochSecond(), length.toSeconds());
    }

    private static Step average(List<Step> steps) {
        double sum = 0;
        double seconds = 0;
        for (Step step : steps) {
            double held = Duration.between(step.at(), step.until()).toSeconds();
            sum += step.value() * held;
            seconds += held;
        }
        return new Step(steps.get(0).at(), null, steps.get(steps.size() - 1).until(), seconds == 0 ? 0 : sum / seconds);
    }
}
