package planted.call;

import java.util.ServiceLoader;

/** Loads services. */
public class FirstLoader {
    ServiceLoader<Runnable> load() {
        return ServiceLoader.load(Runnable.class);
    }
}
