package dev.rubedo.orm.library;

import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;

/** A network that is lost before a statement, and stays lost. Confined to one thread at a time. */
final class FaultsOfTheNetwork implements ExecutionListener {

    /** What statements fail with. Immutable. */
    static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost() {
            super("The network is lost.");
        }
    }

    private int left = -1;

    /** Lets so many statements pass, and no more. */
    void after(int statements) {
        left = statements;
    }

    /** The network is there again. */
    void end() {
        left = -1;
    }

    @Override
    public void beforeExecute(Execution execution) {
        if (left == 0) {
            throw new Lost();
        }
        left -= left > 0 ? 1 : 0;
    }
}
