package io.streamgauge.lake;

/** The lake could not do what was asked; the message names the key and what was found there. */
public class LakeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LakeException(String message) {
        super(message);
    }

    public LakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
