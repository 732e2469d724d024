package planted.session;

import planted.state.EntityInternals;

/** Moves an object past the lifecycle. Has no state. */
final class Mover {

    private Mover() {}

    static void go() {
        EntityInternals.move();
    }
}
