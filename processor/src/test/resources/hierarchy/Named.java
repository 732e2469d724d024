package firm;

/** What has a name. */
public interface Named {
    /** The name. */
    String name();
}
