package io.streamgauge.cli;

import io.streamgauge.simulator.Fault;
import io.streamgauge.simulator.FaultRule;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A fault as it is asked for: {@code NAME}, {@code NAME:0.02} for a chance, {@code NAME:3} for so many times. */
record FaultOrder(Fault fault, FaultRule rule) {

    static final class Converter implements ITypeConverter<FaultOrder> {

        @Override
        public FaultOrder convert(String text) {
            int colon = text.indexOf(':');
            try {
                return colon < 0
                        ? new FaultOrder(Fault.named(text), FaultRule.always())
                        : new FaultOrder(Fault.named(text.substring(0, colon)), rule(text.substring(colon + 1)));
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' has no number behind the colon, expected a chance"
                        + " such as 0.02 or a number of times such as 3");
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }

        private static FaultRule rule(String number) {
            return number.contains(".")
                    ? FaultRule.always().withChance(Double.parseDouble(number))
                    : FaultRule.always().times(Integer.parseInt(number));
        }
    }

    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Fault.values()).map(Fault::name).iterator();
        }
    }
}
