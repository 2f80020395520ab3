package io.streamgauge.cli;

import io.streamgauge.lake.LocalStore;
import io.streamgauge.lake.Store;
import io.streamgauge.s3.S3Settings;
import io.streamgauge.s3.S3Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Where a lake lies. */
sealed interface LakePlace {

    /** Opens it for writing too; makes what is missing. */
    Store open(Clock clock);

    /** Opens it for reading; nothing is made. */
    Store openToRead(Clock clock);

    /** Whether there may be a lake; where only asking tells, it is taken to be there. */
    boolean mayExist();

    /** Whether this process may write there, as far as can be told without trying. */
    boolean isWritable();

    /** A folder on this machine that grows with what is stored or read. */
    Path disk();

    /** On a disk of this machine. */
    record Folder(Path path) implements LakePlace {

        @Override
        public Store open(Clock clock) {
            return LocalStore.open(path);
        }

        @Override
        public Store openToRead(Clock clock) {
            return LocalStore.openToRead(path);
        }

        @Override
        public boolean mayExist() {
            return Files.exists(path);
        }

        @Override
        public boolean isWritable() {
            return Files.isWritable(path);
        }

        @Override
        public Path disk() {
            return path;
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** In a bucket. */
    record Bucket(S3Settings settings) implements LakePlace {

        @Override
        public S3Store open(Clock clock) {
            return S3Store.open(settings, clock);
        }

        @Override
        public S3Store openToRead(Clock clock) {
            return open(clock);
        }

        @Override
        public boolean mayExist() {
            return true;
        }

        @Override
        public boolean isWritable() {
            return true;
        }

        @Override
        public Path disk() {
            return settings.cache();
        }

        @Override
        public String toString() {
            return settings.place();
        }
    }
}
