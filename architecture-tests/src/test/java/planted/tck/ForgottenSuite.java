package planted.tck;

/** A suite that no dialect runs. */
public abstract class ForgottenSuite {
    abstract void run();
}
