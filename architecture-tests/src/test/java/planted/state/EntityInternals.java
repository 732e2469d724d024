package planted.state;

/** Has the name of the class whose transitions are watched. Has no state. */
public final class EntityInternals {

    private EntityInternals() {}

    public static void move() {}
}
