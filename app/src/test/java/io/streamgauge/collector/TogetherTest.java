package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class TogetherTest {

    @Test
    void runsAllTasks() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        try (Together together = new Together(3)) {
            together.run(List.of(mayGoOn -> done.addAndGet(1), mayGoOn -> done.addAndGet(10), mayGoOn -> {
                assertThat(mayGoOn.getAsBoolean()).isTrue();
                done.addAndGet(100);
            }));
        }
        assertThat(done).hasValue(111);
    }

    @Test
    @Timeout(20)
    void aFailureEndsTheOthersSoon() {
        CountDownLatch running = new CountDownLatch(1);
        Together.Task failing = mayGoOn -> {
            running.await();
            throw new IllegalStateException("disk full");
        };
        Together.Task busy = mayGoOn -> {
            running.countDown();
            while (mayGoOn.getAsBoolean()) {
                Thread.onSpinWait();
            }
        };

        try (Together together = new Together(2)) {
            assertThatThrownBy(() -> together.run(List.of(failing, busy)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("disk full");
        }
    }
}
