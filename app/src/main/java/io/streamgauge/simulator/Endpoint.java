package io.streamgauge.simulator;

/** Answers the calls of one path. */
interface Endpoint {
    /** @throws Refusal where the answer is an error */
    Reply answer(Call call);
}
