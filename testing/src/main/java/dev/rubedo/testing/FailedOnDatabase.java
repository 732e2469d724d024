package dev.rubedo.testing;

/**
 * An exception that names the database on which a test failed. It is attached to the failure, because the output of a
 * build shows the failure and not the name of the run. Immutable.
 */
final class FailedOnDatabase extends Exception {

    private static final long serialVersionUID = 1L;

    FailedOnDatabase(String database) {
        super("this test failed on the database \"" + database + '"', null, false, false);
    }

    @Override
    public String toString() {
        return String.valueOf(getLocalizedMessage());
    }
}
