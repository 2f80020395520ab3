package io.streamgauge.engine;

import io.streamgauge.lake.CitedAnswers;
import io.streamgauge.lake.Forgotten;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.Store;
import io.streamgauge.lake.TableFile;
import io.streamgauge.model.Model;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Removes a channel from every store. A number below zero stands for it afterwards, under the name of {@code (removed)}, so
 * that every sum and every count is what it was.
 */
final class Forgetting {

    /** What stands for a channel's own values, by column, in the rows of tables that are the channel's. */
    private static final Map<String, String> STAND_INS = Map.ofEntries(
            Map.entry("channel_id", "%d"),
            Map.entry("stream_id", "%d"),
            Map.entry("login", "''"),
            Map.entry("name", "'(removed)'"),
            Map.entry("title", "''"),
            Map.entry("tags", "null"),
            Map.entry("started_at", "null"),
            Map.entry("user_id", "'%d'"),
            Map.entry("id", "'%d'"),
            Map.entry("user_login", "''"),
            Map.entry("user_name", "'(removed)'"),
            Map.entry(
                    "problem",
                    "case when problem like 'id is not%%' or problem like 'user_id is not%%'"
                            + " then '(removed)' else problem end"),
            Map.entry("raw", "null"));

    private final Workshop workshop;
    private final String channelId;
    private final Work work;

    Forgetting(Workshop workshop, String channelId) {
        this.workshop = workshop;
        this.channelId = channelId;
        this.work = workshop.work();
    }

    /** In how many rows of each table the channel occurs. */
    SortedMap<String, Long> occurrences() {
        TreeMap<String, Long> rows = new TreeMap<>();
        workshop.ledger.current().ifPresent(base -> {
            Draft draft = workshop.draft(Optional.of(base));
            for (Model model : models()) {
                List<TableFile> files = new ArrayList<>(base.periods().getOrDefault(model.name(), List.of()));
                draft.dates().forEach(date -> files.addAll(draft.day(date).files(model.name())));
                long found = files.isEmpty() ? 0 : rows(model, files);
                if (found > 0) {
                    rows.put(model.name(), found);
                }
            }
        });
        return rows;
    }

    /** Publishes tables without the channel, then cleans landing, then deletes every file that still shows it. */
    void run(RunLog log) {
        Publication base = workshop.ledger.current().orElse(null);
        Draft draft = workshop.draft(Optional.ofNullable(base));
        Forgotten forgotten = draft.standing().forgotten().and(channelId);
        draft.stand(draft.standing().with(forgotten));
        long number = forgotten.number(channelId).orElseThrow();
        for (Model model : models()) {
            for (LocalDate date : draft.dates()) {
                clean(draft, model, date, number).ifPresent(files -> {
                    draft.setFiles(date, model.name(), files);
                    log.touches(List.of(date));
                });
            }
            if (base != null) {
                base.periods().getOrDefault(model.name(), List.of()).forEach(file -> {
                    if (rows(model, List.of(file)) > 0) {
                        String folder = file.key().split("/")[2];
                        draft.setPeriod(model.name(), file.unit(), rewritten(model, folder, file, number));
                    }
                });
            }
        }
        log.published(workshop.publish(draft), work.stored());
        for (Landing.Landed landed : new Landing(workshop.store).list()) {
            LandingCleaning.clean(workshop.store, workshop.format, landed.key(), forgotten);
        }
        workshop.store.list("aside/").stream().map(Store.Stored::key).forEach(workshop.store::delete);
        new CitedAnswers(workshop.store, workshop.scratch).forget(channelId);
        new Sweep(workshop).everythingUnnamed();
    }

    /** The day's files of a table without the channel, empty where it is not in them. */
    private Optional<List<TableFile>> clean(Draft draft, Model model, LocalDate date, long number) {
        List<TableFile> files = draft.day(date).files(model.name());
        if (files.isEmpty() || rows(model, files) == 0) {
            return Optional.empty();
        }
        List<TableFile> cleaned = new ArrayList<>();
        files.forEach(file -> {
            if (rows(model, List.of(file)) > 0) {
                rewritten(model, "date=" + date, file, number).ifPresent(cleaned::add);
            } else {
                cleaned.add(file);
            }
        });
        return Optional.of(cleaned);
    }

    private Optional<TableFile> rewritten(Model model, String folder, TableFile file, long number) {
        String columns = workshop.engine.columns(model.name()).stream()
                .map(column -> STAND_INS.containsKey(column)
                        ? "case when " + condition(model) + " then "
                                + STAND_INS.get(column).formatted(number) + " else " + column + " end as " + column
                        : column)
                .collect(Collectors.joining(", "));
        LinkedHashMap<String, Relation> inputs = new LinkedHashMap<>();
        inputs.put(model.name(), files(List.of(file)));
        inputs.put("cleaned", new Relation.Text("select " + columns + " from " + model.name()));
        Work.Made made = work.run(model, new Query(model.merged("cleaned"), inputs, model.order()));
        return work.store(model, folder, file.unit(), made);
    }

    private long rows(Model model, List<TableFile> files) {
        LinkedHashMap<String, Relation> inputs = new LinkedHashMap<>();
        inputs.put(model.name(), files(files));
        String sql = "select 1 as found from " + model.name() + " where " + condition(model);
        Work.Made found = work.run(model, new Query(sql, inputs, List.of()));
        Work.discard(found);
        return found.rows();
    }

    /** Files of whatever version of the model. */
    private Relation.Files files(List<TableFile> files) {
        List<Path> paths =
                files.stream().map(file -> workshop.store.local(file.key())).toList();
        return new Relation.Files(List.of(new Relation.Part(paths, null, true)));
    }

    private List<Model> models() {
        return workshop.models.all().stream()
                .filter(model -> !model.isView())
                .filter(model -> workshop.engine.columns(model.name()).stream()
                        .anyMatch(column -> column.equals("channel_id") || column.equals("user_id")))
                .toList();
    }

    private String condition(Model model) {
        return workshop.engine.columns(model.name()).contains("channel_id")
                ? "channel_id = " + channelId
                : "(coalesce(user_id, '') = '" + channelId
                        + "' or coalesce(regexp_extract(raw, '\"user_id\" *: *\"?([0-9]+)', 1), '') = '" + channelId
                        + "')";
    }
}
