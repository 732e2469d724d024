package dev.rubedo.orm.session;

import org.jspecify.annotations.Nullable;

/** The failures of actions that are all run, whatever happens to the others. Confined to one thread at a time. */
final class Failures {

    private @Nullable RuntimeException first;

    void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            if (first == null) {
                first = e;
            } else if (first != e) {
                first.addSuppressed(e);
            }
        }
    }

    /** Throws the first failure, if there is one; the others are suppressed. */
    void throwFirst() {
        if (first != null) {
            throw first;
        }
    }
}
