package io.streamgauge.cli;

import io.streamgauge.engine.EngineException;
import io.streamgauge.lake.LakeException;
import io.streamgauge.twitch.TwitchException;
import io.streamgauge.web.WebServerException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence on standard error what went wrong. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    /** Exceptions whose message is a sentence for people. */
    private static final List<Class<? extends Exception>> SPOKEN = List.of(
            CommandException.class,
            LakeException.class,
            EngineException.class,
            TwitchException.class,
            WebServerException.class);

    private final Surroundings surroundings;

    Failures(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        surroundings.err().println(sentence(failure));
        if (parsed.hasMatchedOption("--verbose")) {
            failure.printStackTrace(surroundings.err());
        }
        return failure instanceof ConfigurationException ? Commands.USAGE : Commands.FAILURE;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        String message = failure.getMessage().lines().findFirst().orElse("Wrong usage");
        surroundings.err().println(message + suggestion(failure));
        return Commands.USAGE;
    }

    private static String suggestion(ParameterException failure) {
        String name = failure.getCommandLine().getCommandSpec().qualifiedName();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                return "; did you mean " + suggestions.get(0) + "?";
            }
        }
        return failure.getMessage().contains("--help") ? "" : "; see '" + name + " --help'";
    }

    private static String sentence(Exception failure) {
        if (isInterruption(failure)) {
            return "Stopped before it was done";
        }
        return SPOKEN.stream().anyMatch(type -> type.isInstance(failure))
                ? failure.getMessage()
                : "It failed unexpectedly, --verbose shows where: " + failure;
    }

    private static boolean isInterruption(Throwable failure) {
        return failure != null
                && (failure instanceof InterruptedException
                        || failure instanceof ClosedByInterruptException
                        || isInterruption(failure.getCause()));
    }
}
