package dev.rubedo.orm.session;

import dev.rubedo.stability.Spi;

/**
 * Decides which threads may use a session, for a wrapper that executes the work of a session on threads of its own. The
 * session asks before each call and before an attribute is loaded on access. Called from any thread, also at the same
 * time.
 */
@Spi
public interface SessionGuard {

    /** Returns whether the calling thread may use the session now. */
    boolean permitsCaller();

    /** Returns what a caller without permission should do instead, as a sentence for an error message. */
    String advice();
}
