package io.streamgauge.web;

import io.streamgauge.analytics.LabelKind;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.Numbers;
import io.streamgauge.web.page.RankingTable;
import java.util.Map;
import java.util.Optional;

/** One stretch of a listing: what it says of itself, and the ways to the rest. */
final class Listing {

    static final int PAGE = 100;

    private final View view;
    private final String path;
    private final RankingQuery query;
    private final long total;
    private final String many;

    Listing(View view, String path, RankingQuery query, long total, String many) {
        this.view = view;
        this.path = path;
        this.query = query;
        this.total = total;
        this.many = many;
    }

    /** @param share what the rows hold of all hours watched */
    String subtitle(double share) {
        if (total == 0) {
            return "";
        }
        return stretch() + ", " + Numbers.percent(share) + " of hours watched";
    }

    /** Which part of how many. */
    String stretch() {
        if (total == 0) {
            return "";
        }
        long last = Math.min(total, (long) query.offset() + query.limit());
        String of = " of " + Numbers.exact(total);
        return query.offset() == 0 && last == total
                ? "all " + Numbers.exact(total)
                : (query.offset() == 0
                                ? "first " + Numbers.exact(last)
                                : Numbers.exact(query.offset() + 1L) + " to " + Numbers.exact(last))
                        + of;
    }

    /** From a page that shows only the head. */
    Optional<RankingTable.Link> more() {
        boolean isHead = !view.address().path().equals(path) && total > query.limit();
        return isHead
                ? Optional.of(new RankingTable.Link(page().toString(), "All " + Numbers.exact(total) + " " + many))
                : Optional.empty();
    }

    Optional<RankingTable.Link> earlier() {
        if (query.offset() == 0) {
            return Optional.empty();
        }
        int offset = Math.max(0, query.offset() - query.limit());
        Address address = offset == 0 ? page() : page().with("offset", Integer.toString(offset));
        return Optional.of(new RankingTable.Link(address.toString(), "Previous " + query.limit()));
    }

    Optional<RankingTable.Link> later() {
        long next = (long) query.offset() + query.limit();
        if (more().isPresent() || next >= total || !view.address().path().equals(path)) {
            return Optional.empty();
        }
        return Optional.of(
                new RankingTable.Link(page().with("offset", Long.toString(next)).toString(), "Next " + query.limit()));
    }

    String csvHref(String api) {
        return page().at(api)
                .with("limit", Integer.toString(RankingQuery.LARGEST_LIMIT))
                .toString();
    }

    /** The rows of this stretch, and those that they are compared with. */
    String dataHref(String api) {
        Address rows = page().at(api)
                .with("by", query.by().text())
                .with("limit", Integer.toString(query.limit()))
                .with("offset", Integer.toString(query.offset()));
        return (view.comparison().isNone()
                        ? rows
                        : rows.with(
                                Comparing.PARAMETER,
                                view.comparison().before().from().toString()))
                .toString();
    }

    private Address page() {
        Address page = view.address().at(path);
        for (Map.Entry<LabelKind, Long> label : query.labels().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            page = page.with(label.getKey().text(), LabelAddress.segment(label.getValue()));
        }
        if (query.category().isPresent()) {
            page = page.with("category", query.category().get());
        }
        return query.language().isPresent()
                ? page.with("language", query.language().get())
                : page;
    }
}
