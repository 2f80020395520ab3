package io.streamgauge.lake;

/** A store could not do what was asked; that says nothing about the objects in it. The message names the key and the reason. */
public final class StoreException extends LakeException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
