package planted.call;

import java.util.logging.Logger;

/** Waits and hopes. */
public class Sleepy {
    void nap() throws InterruptedException {
        Thread.sleep(1);
    }

    void log() {
        Logger.getLogger("planted").info("planted");
    }
}
