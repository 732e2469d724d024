package planted.call;

import java.util.ServiceLoader;

/** Loads services too. */
public class SecondLoader {
    ServiceLoader<Runnable> load() {
        return ServiceLoader.load(Runnable.class);
    }
}
