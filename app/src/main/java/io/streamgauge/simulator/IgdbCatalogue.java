package io.streamgauge.simulator;

import java.util.List;
import java.util.Map;

/** What IGDB knows: the rows of its endpoints, with rows in place of the ids that they name. */
interface IgdbCatalogue {

    /** By the endpoint's name, such as {@code games}; rows are ordered by id, and keys without a value are absent. */
    Map<String, List<Map<String, Object>>> rows();
}
