package io.streamgauge.simulator;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Switches faults and tells what happened. No fault touches these, and no call is counted. */
final class ControlEndpoints {
    private final Faults faults;
    private final CallCounts counts;

    ControlEndpoints(Faults faults, CallCounts counts) {
        this.faults = faults;
        this.counts = counts;
    }

    Map<String, Endpoint> routes() {
        return Map.of(
                "GET /simulator/faults", call -> state(),
                "PUT /simulator/faults", this::replace,
                "DELETE /simulator/faults", call -> clear(),
                "GET /simulator/calls", call -> calls());
    }

    private Reply state() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("seed", faults.seed());
        body.put("rules", faults.orders().stream().map(FaultOrderJson::written).toList());
        body.put("happened", faults.happened());
        Map<Fault, String> known = new LinkedHashMap<>();
        Arrays.stream(Fault.values()).forEach(fault -> known.put(fault, fault.effect()));
        body.put("known", known);
        return Reply.json(body);
    }

    private Reply replace(Call call) {
        try {
            faults.replace(seed(call), FaultOrderJson.read(call.body()));
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(400, wrong.getMessage());
        }
        return state();
    }

    private long seed(Call call) {
        String seed = call.query().one("seed").orElse(Long.toString(faults.seed()));
        try {
            return Long.parseLong(seed);
        } catch (NumberFormatException notNumber) {
            throw new IllegalArgumentException("The seed is '" + seed + "', expected a whole number");
        }
    }

    private Reply clear() {
        faults.clear();
        return state();
    }

    private Reply calls() {
        Map<Integer, Integer> byStatus = counts.byStatus();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("calls", byStatus.values().stream().mapToInt(Integer::intValue).sum());
        body.put("by_status", byStatus);
        return Reply.json(body);
    }
}
