package io.streamgauge.engine;

import io.streamgauge.lake.DayLedger;
import io.streamgauge.model.Check;
import io.streamgauge.model.Checks;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Looks at complete snapshots before anything is computed from them, and keeps apart those that fail a check. */
final class Gate {

    private final Models models;
    private final Work work;
    private final DayBuild build;

    Gate(Models models, Work work, DayBuild build) {
        this.models = models;
        this.work = work;
        this.build = build;
    }

    /** The snapshots of a day with their verdicts; what the checks found is kept. */
    List<DayLedger.Entry> judge(LocalDate date, List<DayLedger.Entry> entries, boolean closed) {
        List<DayLedger.Entry> complete =
                entries.stream().filter(entry -> entry.crawl().complete()).toList();
        if (!models.has(Checks.RESULTS) || complete.isEmpty()) {
            return entries;
        }
        List<Work.Made> results = build.run(models.get(Checks.RESULTS), date, complete);
        List<DayLedger.Entry> judged = new ArrayList<>(entries);
        if (rows(results, "severity = 'fail' and not passed") > 0) {
            judged.replaceAll(entry -> entry.crawl().complete() ? judged(entry, results) : entry);
        } else {
            judged.replaceAll(entry -> judged(entry, List.of()));
        }
        build.keepSnapshots(models.get(Checks.RESULTS), date, complete, results, closed);
        return judged;
    }

    private DayLedger.Entry judged(DayLedger.Entry entry, List<Work.Made> results) {
        String own = "snapshot_at = " + Provided.literal(entry.crawl().snapshotAt());
        List<String> failed = models.checks().stream()
                .filter(check -> check.severity() == Check.Severity.FAIL)
                .map(Check::name)
                .filter(name -> rows(results, own + " and not passed and expectation = '" + name + "'") > 0)
                .toList();
        return new DayLedger.Entry(entry.key(), entry.bytes(), entry.crawl(), failed);
    }

    private long rows(List<Work.Made> results, String condition) {
        if (results.isEmpty()) {
            return 0;
        }
        Model model = models.get(Checks.RESULTS);
        LinkedHashMap<String, Relation> inputs = new LinkedHashMap<>();
        inputs.put(model.name(), new Relation.Files(Work.parts(results)));
        Query query = new Query("select * from " + model.name() + " where " + condition, inputs, List.of());
        Work.Made found = work.run(model, query);
        Work.discard(found);
        return found.rows();
    }
}
