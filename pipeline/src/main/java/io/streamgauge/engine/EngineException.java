package io.streamgauge.engine;

/** The engine could not do what was asked; the message names the model and the engine's own words. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
