package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.simulator.Fault;
import io.streamgauge.simulator.FaultRule;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A budget far smaller than a crawl, and less than stated. */
final class SlowRefillIT extends FaultyCrawls {

    @Override
    SimulatorSettings settings() {
        return super.settings().withRateLimit(new RateLimit(12, 12 / 60.0));
    }

    @ParameterizedTest
    @EnumSource(CrawlMode.class)
    void aSlowRefillCostsTimeOnly(CrawlMode mode) throws InterruptedException {
        given(Fault.SLOW_REFILL, FaultRule.always());

        CrawlRecord crawl = crawls.crawl(mode);

        assertWhole(crawl);
        assertHappened(Fault.SLOW_REFILL);
        assertThat(crawl.throttledSeconds()).isPositive();
        assertThat(crawl.mode()).isEqualTo(mode.text());
    }

    @ParameterizedTest
    @EnumSource(CrawlMode.class)
    void aBucketThatIsEmptiedFromOutsideCostsTimeOnly(CrawlMode mode) throws InterruptedException {
        given(Fault.RATE_429_EMPTY, FaultRule.always().withChance(0.3).times(12));

        CrawlRecord crawl = crawls.crawl(mode);

        assertWhole(crawl);
        assertThat(happened(Fault.RATE_429_EMPTY)).isPositive();
    }
}
